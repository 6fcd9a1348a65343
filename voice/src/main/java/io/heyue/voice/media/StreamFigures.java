package io.heyue.voice.media;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a stream is doing. Those of what comes belong to the source (SSRC) that sends now; they start
 * anew with another. Immutable.
 *
 * @param sent packets put on the wire
 * @param unsent packets that the system would not take
 * @param received packets of media and keys
 * @param lost packets of the other side that didn't come (RFC 3550, A.3)
 * @param late packets that came after their turn
 * @param jitterMillis how much arrivals vary, in milliseconds (RFC 3550, 6.4.1)
 * @param roundTrip as the other side's last report tells; empty before it
 * @param peerLoss the share of our packets that it lost lately, 0 to 1; empty before its report
 * @param dropped datagrams that were not heard, by why
 */
public record StreamFigures(
    long sent,
    long unsent,
    long received,
    long lost,
    long late,
    double jitterMillis,
    Optional<Duration> roundTrip,
    OptionalDouble peerLoss,
    Map<Dropped, Long> dropped) {
  public StreamFigures {
    dropped = Map.copyOf(dropped);
  }

  /** How many datagrams were dropped for {@code why}. */
  public long dropped(Dropped why) {
    return dropped.getOrDefault(why, 0L);
  }
}
