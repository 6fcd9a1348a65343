package io.heyue.core.portfolio;

import io.heyue.core.base.Check;

/**
 * A question that only the right party can answer, and its answer.
 *
 * <p>The answer never appears in text: not in {@link #toString()}, not in an exception.
 *
 * @param kind what is asked
 * @param answer the digits or letters that count, without separators
 */
public record Verification(Kind kind, String answer) {
  public Verification {
    Check.that(answer.length() >= 4, "length of the answer", answer.length(), "at least 4");
  }

  /**
   * Whether {@code said} holds the answer. Digits may be typed in any width or said in Chinese
   * ("三幺零五"), with fillers around and between them.
   */
  public boolean answeredBy(String said) {
    return SpokenDigits.runs(said).stream().anyMatch(run -> run.equalsIgnoreCase(answer));
  }

  /** Whether {@code said} looks like an answer at all, right or wrong. */
  public boolean attemptedBy(String said) {
    return SpokenDigits.runs(said).stream().anyMatch(run -> run.length() >= 3);
  }

  @Override
  public String toString() {
    return "Verification[" + kind + "]";
  }

  /** What is asked. */
  public enum Kind {
    /** The last four characters of the identity number. */
    IDENTITY_TAIL,
    /** The last four characters of the contract's number. */
    CONTRACT_TAIL
  }
}
