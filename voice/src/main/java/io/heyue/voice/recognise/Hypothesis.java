package io.heyue.voice.recognise;

import io.heyue.core.base.Check;

/**
 * Words that may have been said.
 *
 * @param words as people write them, without marks that nobody says
 * @param confidence that they are right, 0 to 1, as calibrated as the recogniser can
 */
public record Hypothesis(String words, double confidence) {
  public Hypothesis {
    Check.filled("words", words);
    Check.that(confidence >= 0 && confidence <= 1, "confidence", confidence, "0 to 1");
  }

  /** Hides what was said. */
  @Override
  public String toString() {
    return "Hypothesis[" + words.length() + " characters, " + confidence + "]";
  }
}
