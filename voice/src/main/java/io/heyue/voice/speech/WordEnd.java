package io.heyue.voice.speech;

import io.heyue.core.base.Check;

/**
 * Where a word ends in what is heard. Immutable.
 *
 * @param at samples from the beginning of its piece
 * @param chars how many characters of the piece as it is written are said up to there, with the
 *     marks behind the word
 */
public record WordEnd(long at, int chars) {
  public WordEnd {
    Check.that(at >= 0, "at", at, "0 or more");
    Check.that(chars > 0, "chars", chars, "1 or more");
  }
}
