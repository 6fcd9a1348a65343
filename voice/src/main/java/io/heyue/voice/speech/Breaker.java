package io.heyue.voice.speech;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How a voice is: well, or resting after failures in a row. Thread-safe. */
final class Breaker {
  private final Voice voice;
  private final int most;
  private final Duration rest;
  private final InstantSource clock;
  private int failures;
  private Instant until = Instant.MIN;

  /**
   * @param most failures in a row after which it rests
   */
  Breaker(Voice voice, int most, Duration rest, InstantSource clock) {
    this.voice = voice;
    this.most = most;
    this.rest = rest;
    this.clock = clock;
  }

  Voice voice() {
    return voice;
  }

  synchronized boolean well() {
    return failures < most;
  }

  /** Whether a sentence may be tried; after a rest only one is, until it is known how it went. */
  synchronized boolean mayTry() {
    if (well()) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return false;
    }
    until = now.plus(rest);
    return true;
  }

  synchronized void tried(boolean spoke) {
    failures = spoke ? 0 : Math.min(most, failures + 1);
    if (!well()) {
      until = clock.instant().plus(rest);
    }
  }
}
