package io.heyue.core.portfolio;

import io.heyue.core.base.Check;

/**
 * Which utterances a person is asked to say the meaning of, so that the models learn from them.
 *
 * @param unsureBelow an utterance whose main intent is less sure than this, 0 to 1; at 0 none is
 * @param perDay at most so many a day because they are unsure; 0 for none
 */
public record Labelling(double unsureBelow, int perDay) {
  /** Asks for nothing. */
  public static final Labelling NONE = new Labelling(0, 0);

  public Labelling {
    Check.that(unsureBelow >= 0 && unsureBelow <= 1, "unsureBelow", unsureBelow, "from 0 to 1");
    Check.that(perDay >= 0, "perDay", perDay, "0 or more");
  }
}
