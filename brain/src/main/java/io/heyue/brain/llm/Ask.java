package io.heyue.brain.llm;

import java.util.Locale;

/**
 * What a chat model is asked.
 *
 * @param system what it is to do
 * @param user what it is to do it with; masked, since it leaves the house
 * @param mostTokens after so many its answer is cut off, and worth nothing
 */
public record Ask(Use use, String system, String user, int mostTokens) {
  /** What for. */
  public enum Use {
    READING,
    PHRASING;

    /** The word by which metrics name it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Hides what somebody said. */
  @Override
  public String toString() {
    return "Ask[" + use + "]";
  }
}
