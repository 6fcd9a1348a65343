package io.heyue.voice.hear;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a silence is waited out, by what was heard before it. People leave about 200 ms between
 * turns, but pause as long within them; a phone answer that cuts in is worse than a late one.
 */
enum Patience {
  /** A sum, a day or figures are being said, and more of them must come: they look it up. */
  FIGURE_GOES_ON(1_500),
  /** A sum, a day or figures that may be whole as they stand, or go on: "June twenty", 两千五. */
  FIGURE_MAY_GO_ON(1_000),
  /** The last word announces another: a conjunction, a filler, a preposition. */
  HESITATES(1_200),
  /** Somebody spoke, and the recogniser has no word yet: it may only be late. */
  NOTHING_UNDERSTOOD(1_000),
  /** The answer to what was asked is there, whole and short. */
  ANSWERED(400),
  /** 嗯 to a question: yes, or the beginning of something else. It isn't hurried. */
  MAYBE_ANSWERED(700),
  /** Something was asked of us: whoever asks waits for the answer. */
  ASKED(500),
  /** Words enough to be a sentence, and the last of them announces no other (Pipecat: 0.6 s). */
  SENTENCE(600),
  /** Whatever else; LiveKit waits 0.5 to 3 s. */
  USUAL(700);

  private final Duration wait;

  Patience(long milliseconds) {
    this.wait = Duration.ofMillis(milliseconds);
  }

  Duration span() {
    return wait;
  }

  /** Whether it is a figure that they may still be looking for. */
  boolean ofFigure() {
    return this == FIGURE_GOES_ON || this == FIGURE_MAY_GO_ON;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
