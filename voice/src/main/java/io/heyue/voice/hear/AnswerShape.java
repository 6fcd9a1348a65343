package io.heyue.voice.hear;

/**
 * What sums, days and figures look like in a language while they are said. It doesn't understand
 * them: it only tells whether more must come. Immutable and thread-safe.
 */
sealed interface AnswerShape permits ChineseAnswers, EnglishAnswers {
  /**
   * Whether a figure or a day was begun and not ended.
   *
   * @param said as {@link Wording#normal} gives it
   */
  boolean goesOn(String said, Expecting expecting);

  /** Whether it is the whole answer to what was asked, and short. */
  boolean complete(String said, Expecting expecting);
}
