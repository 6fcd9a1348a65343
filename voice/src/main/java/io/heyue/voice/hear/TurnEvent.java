package io.heyue.voice.hear;

import java.util.Locale;

/** What may happen between two who speak. */
public enum TurnEvent {
  /** What we say begins to be heard. */
  WE_BEGIN,
  /** The same with what the law wants said to its end. */
  WE_BEGIN_PROTECTED,
  /** What we said was heard to its end. */
  WE_END,
  /** They begin to speak. */
  SPEECH_BEGAN,
  /** They speak over us for so long that it is an interruption. */
  SPEECH_LONG,
  /** Words of theirs were understood. */
  WORDS,
  /** Words were understood that only ask us to go on, or that we know nothing else of yet. */
  BACKCHANNEL,
  /** They stopped speaking. */
  SPEECH_ENDED,
  /** They were silent for so long that their turn is over. */
  END_OF_TURN,
  /** The state took as long as it may. */
  TIMER;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
