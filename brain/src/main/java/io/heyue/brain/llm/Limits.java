package io.heyue.brain.llm;

import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * How long and how much.
 *
 * @param firstToken so long the first words may take
 * @param within so long all of them may take
 * @param mostTokens so many an answer may have
 * @param atOnce so many may be asked at the same time
 * @param aMinute so many may be asked in a minute
 * @param aDay so many may be asked in a day, which begins at midnight in UTC
 * @param tokensADay so many tokens may be used in a day, there and back
 */
public record Limits(
    Duration firstToken,
    Duration within,
    int mostTokens,
    int atOnce,
    int aMinute,
    int aDay,
    long tokensADay) {
  public Limits {
    Check.that(firstToken.isPositive(), "chat-model.first-token", firstToken, "above 0");
    Check.that(
        within.compareTo(firstToken) >= 0, "chat-model.within", within, "at least first-token");
    Check.that(mostTokens > 0, "chat-model.most-tokens", mostTokens, "above 0");
    Check.that(atOnce > 0, "chat-model.at-once", atOnce, "above 0");
    Check.that(aMinute > 0, "chat-model.a-minute", aMinute, "above 0");
    Check.that(aDay > 0, "chat-model.a-day", aDay, "above 0");
    Check.that(tokensADay > 0, "chat-model.tokens-a-day", tokensADay, "above 0");
  }

  /** Those that hold where nothing else is configured. */
  public static Limits standard() {
    return new Limits(
        Duration.ofMillis(600), Duration.ofMillis(1500), 400, 16, 120, 20_000, 10_000_000);
  }
}
