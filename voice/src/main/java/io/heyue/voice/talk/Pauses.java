package io.heyue.voice.talk;

import io.heyue.voice.hear.SpeechDetector;
import java.time.Duration;

/** Silence after our words, and the end of a call that follows the last of them. In samples. */
final class Pauses {
  /** Who is left is let hear the last word: it is still under way when it was sent. */
  private static final long FAREWELL = SpeechDetector.RATE * 4 / 10;

  private static final Duration FIRST = Duration.ofSeconds(8);
  private static final long NEVER = -1;

  private Duration limit = FIRST;

  /** When it fell silent; {@link #NEVER} while somebody speaks or when the silence was told. */
  private long from = NEVER;

  private long leaveAt = NEVER;
  private boolean leaving;

  /** After so much silence it is told. */
  void limit(Duration silence) {
    limit = silence;
  }

  Duration limit() {
    return limit;
  }

  /** Somebody speaks or presses keys, or will at once. */
  void broken() {
    from = NEVER;
  }

  void begins(long now) {
    from = now;
  }

  void beginsUnlessBegun(long now) {
    if (from == NEVER) {
      from = now;
    }
  }

  /** Whether it has lasted; true once for each silence. */
  boolean lasted(long now) {
    boolean lasted = from != NEVER && now - from >= samples(limit);
    if (lasted) {
      from = NEVER;
    }
    return lasted;
  }

  /** We want to leave once all was said. */
  void leave() {
    leaving = true;
  }

  /** Whether what we say now is our last. */
  boolean leaving() {
    return leaving;
  }

  /** All was said. */
  void said(long now) {
    if (leaving && leaveAt == NEVER) {
      leaveAt = now + FAREWELL;
    }
  }

  /** Whether it is time to hang up; true once. */
  boolean over(long now) {
    boolean over = leaveAt != NEVER && now >= leaveAt;
    if (over) {
      leaveAt = NEVER;
      leaving = false;
    }
    return over;
  }

  private static long samples(Duration length) {
    return length.toMillis() * SpeechDetector.RATE / 1_000;
  }
}
