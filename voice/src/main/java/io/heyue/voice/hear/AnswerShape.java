package io.heyue.voice.hear;

/**
 * What sums, days and figures look like in a language while they are said. It doesn't understand
 * them: it only tells whether more may come. Immutable and thread-safe.
 */
sealed interface AnswerShape permits ChineseAnswers, EnglishAnswers {
  /** How a figure or a day stands at the end of what was said. */
  enum Figure {
    /** There is none, or it is whole. */
    NONE,
    /** It may be whole as it stands. */
    MAY_GO_ON,
    /** More of it must come. */
    GOES_ON
  }

  /**
   * Whether a figure or a day was begun and not ended.
   *
   * @param said as {@link Wording#normal} gives it
   */
  Figure figure(String said, Expecting expecting);

  /** Whether it asks something, and needs no more words for that. */
  boolean asks(String said);

  /** Whether its words are enough to be a sentence. */
  boolean sentence(String said);

  /** Whether it is the whole answer to what was asked, and short. */
  boolean complete(String said, Expecting expecting);
}
