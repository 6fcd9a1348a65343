package io.heyue.voice.hear;

import java.util.Locale;

/** Who speaks, and who has the turn. "We" are the program, "they" the other side. */
public enum TurnState {
  /** Nobody speaks, and nothing that they said waits for an answer. */
  LISTENING,
  /** They speak, we don't. */
  HEARING,
  /** They spoke and are silent; it isn't clear yet whether that was all. */
  HEARD,
  /** We speak, they don't. */
  SPEAKING,
  /** They speak over us; it isn't clear yet what it is. */
  OVERLAP,
  /** They speak over us, and so far it was a backchannel. */
  OVERLAP_BACKCHANNEL,
  /** They speak over us with words of their own, but not for long enough yet. */
  OVERLAP_WORDS,
  /** We fell silent since they spoke over us; nothing was understood of it yet. */
  YIELDED,
  /** They are silent too, and still nothing was understood: maybe it was a cough. */
  RESUMABLE,
  /** We say what the law wants said to its end; they don't speak. */
  SPEAKING_PROTECTED,
  /** The same; they speak over it. */
  PROTECTED_OVERLAP,
  /** The same; they speak over it with words of their own. */
  PROTECTED_WORDS,
  /** The same; they spoke over it with words of their own, which are kept till we end. */
  PROTECTED_KEPT;

  /** Whether we speak. */
  public boolean speaking() {
    return switch (this) {
      case SPEAKING, OVERLAP, OVERLAP_BACKCHANNEL, OVERLAP_WORDS -> true;
      case LISTENING, HEARING, HEARD, YIELDED, RESUMABLE -> false;
      case SPEAKING_PROTECTED, PROTECTED_OVERLAP, PROTECTED_WORDS, PROTECTED_KEPT -> true;
    };
  }

  /** Whether we speak and can't be interrupted. */
  public boolean isProtected() {
    return switch (this) {
      case SPEAKING_PROTECTED, PROTECTED_OVERLAP, PROTECTED_WORDS, PROTECTED_KEPT -> true;
      case LISTENING, HEARING, HEARD, SPEAKING, OVERLAP, OVERLAP_BACKCHANNEL -> false;
      case OVERLAP_WORDS, YIELDED, RESUMABLE -> false;
    };
  }

  /** Whether they speak over us and it isn't decided yet who goes on. */
  public boolean overlap() {
    return this == OVERLAP || this == OVERLAP_BACKCHANNEL || this == OVERLAP_WORDS;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
