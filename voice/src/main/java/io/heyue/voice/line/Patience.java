package io.heyue.voice.line;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.Optional;

/**
 * For how long a call may stay in a state without a sign, before it is given up or ended.
 *
 * @param first until a trunk gives any sign; then the next one is tried
 * @param found until it rings somewhere
 * @param rings for how long it rings, at most, and the network may speak before anybody answers
 * @param offered for how long somebody who calls us waits for our answer
 * @param talk the longest that a call lasts
 */
public record Patience(
    Duration first, Duration found, Duration rings, Duration offered, Duration talk) {
  /** Signalling itself gives up then (RFC 3261, 17.1.1.2: 64 times T1). */
  static final Duration SIGNALLING = Duration.ofSeconds(32);

  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(4),
          Duration.ofSeconds(20),
          Duration.ofSeconds(45),
          Duration.ofSeconds(10),
          Duration.ofMinutes(30));

  public Patience {
    for (Duration each : new Duration[] {first, found, rings, offered, talk}) {
      Check.that(each.isPositive(), "patience", each, "above zero");
    }
  }

  /** Empty where the state is no matter of time. */
  Optional<Duration> in(CallState state) {
    return switch (state) {
      case NEW, ENDED -> Optional.empty();
      case CALLING, PROVING, PROVING_AGAIN -> Optional.of(first);
      case PROCEEDING, PROVEN, PROVEN_AGAIN -> Optional.of(found);
      case RINGING, EARLY -> Optional.of(rings);
      case OFFERED -> Optional.of(offered);
      case UP -> Optional.of(talk);
      case QUITTING, CANCELLING, ANSWERING, DROPPING, LEAVING -> Optional.of(SIGNALLING);
    };
  }
}
