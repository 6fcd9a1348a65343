package io.heyue.brain.llm;

import java.time.Duration;
import java.util.Locale;

/** What came of asking a chat model. */
public sealed interface Reply {

  /**
   * Its words, whole and in time. Not to be trusted.
   *
   * @param tokensIn as it counted them; 0 where it didn't
   * @param tokensOut as it counted them; 0 where it didn't
   * @param firstToken how long its first words took
   */
  record Said(String text, int tokensIn, int tokensOut, Duration firstToken) implements Reply {
    /** Hides what was said. */
    @Override
    public String toString() {
      return "Said[" + tokensIn + " → " + tokensOut + "]";
    }
  }

  /** Nothing that is of use. */
  record Nothing(Reason reason) implements Reply {}

  /** Why there is nothing. */
  enum Reason {
    /** The budget of the minute or of the day is spent. */
    SPENT,
    /** Too many are being asked at once. */
    BUSY,
    /** It failed so often that it is left alone for a while. */
    OPEN,
    /** Its first words took too long. */
    SILENT,
    /** Its last words took too long. */
    LATE,
    /** It said too much. */
    ENDLESS,
    /** It answered with an error, or with what is no answer. */
    BROKEN;

    /** The word by which metrics name it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says something of the model's health, so that the circuit breaker counts it. */
    boolean failure() {
      return switch (this) {
        case SILENT, LATE, ENDLESS, BROKEN -> true;
        case SPENT, BUSY, OPEN -> false;
      };
    }
  }
}
