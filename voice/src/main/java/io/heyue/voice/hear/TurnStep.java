package io.heyue.voice.hear;

import java.util.Locale;

/** What is done when something happens between two who speak. */
public enum TurnStep {
  /** Fall silent at once: what is queued is thrown away, and where we stopped is remembered. */
  STOP_SPEAKING,
  /** Say on from where we stopped. */
  RESUME,
  /** What they said belongs to their turn. */
  KEEP,
  /** Their turn is over: answer all that was kept. */
  GIVE_TURN,
  /** What they said belongs to no turn. */
  IGNORE;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
