package io.heyue.brain.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts what was asked in this minute and on this day. Thread-safe. */
final class Budget {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Limits limits;
  private final InstantSource clock;
  private long minute = Long.MIN_VALUE;
  private long day = Long.MIN_VALUE;
  private int inMinute;
  private int inDay;
  private long tokens;

  Budget(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes one call, if one is left. */
  synchronized boolean take() {
    turn();
    if (inMinute >= limits.aMinute() || inDay >= limits.aDay() || tokens >= limits.tokensADay()) {
      return false;
    }
    inMinute++;
    inDay++;
    return true;
  }

  /** Notes what a call used. */
  synchronized void use(long used) {
    turn();
    tokens += used;
  }

  private void turn() {
    Instant now = clock.instant();
    long thisMinute = now.getEpochSecond() / MINUTE.toSeconds();
    long today = now.getEpochSecond() / DAY.toSeconds();
    if (thisMinute != minute) {
      minute = thisMinute;
      inMinute = 0;
    }
    if (today != day) {
      day = today;
      inDay = 0;
      tokens = 0;
    }
  }
}
