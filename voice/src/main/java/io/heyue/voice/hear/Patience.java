package io.heyue.voice.hear;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a silence is waited out, by what was heard before it. People leave about 200 ms between
 * turns, but pause as long within them; a phone answer that cuts in is worse than a late one.
 */
enum Patience {
  /** A sum, a day or figures are being said, and more of them comes: they look it up. */
  FIGURE_GOES_ON(1_500),
  /** The last word announces another: a conjunction, a filler, a preposition. */
  HESITATES(1_200),
  /** Somebody spoke, and the recogniser has no word yet: it may only be late. */
  NOTHING_UNDERSTOOD(1_000),
  /** The answer to what was asked is there, whole and short. */
  ANSWERED(400),
  /** 嗯 to a question: yes, or the beginning of something else. It isn't hurried. */
  MAYBE_ANSWERED(700),
  /** Whatever else; Pipecat waits 0.6 s, LiveKit 0.5 to 3. */
  USUAL(700);

  private final Duration wait;

  Patience(long milliseconds) {
    this.wait = Duration.ofMillis(milliseconds);
  }

  Duration span() {
    return wait;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
