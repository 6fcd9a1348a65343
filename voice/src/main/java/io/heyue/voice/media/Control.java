package io.heyue.voice.media;

import io.heyue.core.base.Rng;
import io.heyue.voice.media.RtcpReport.Block;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a stream (RFC 3550, 6): ours every few seconds, at times that differ between
 * streams, and what those of the other side say. Time is told to it. Not thread-safe.
 */
final class Control {
  /** Reports come every few seconds; who gave none for so long is silent. */
  private static final Duration STILL = Duration.ofSeconds(15);

  /** A round trip above this is a fault of a clock, 30 s. */
  private static final int LONGEST = 30 * 65_536;

  /** 1 ms. */
  private static final int SLACK = 66;

  private final long source;
  private final String name;
  private final NtpClock clock;
  private final long interval;
  private final Rng random;
  private final Latch latch;

  private @Nullable Srtp srtp;
  private boolean scheduled;
  private long due;
  private long peer = -1;
  private long peerReport;
  private long peerReported;
  private long roundTrip = -1;
  private double peerLoss = -1;

  Control(long source, MediaSettings settings, NtpClock clock, Rng random) {
    this.source = source;
    this.clock = clock;
    this.interval = settings.reports().toNanos();
    this.random = random;
    this.name = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    this.latch = new Latch(settings.otherHosts(), STILL);
  }

  void connect(Remote remote, @Nullable Srtp by) {
    latch.signalled(remote.control());
    srtp = by;
  }

  @Nullable InetSocketAddress target() {
    return latch.target();
  }

  /** Takes in a datagram, whatever it holds. */
  void came(byte[] datagram, InetSocketAddress from, long now) {
    if (!latch.admits(from, now)) {
      return;
    }
    Srtp by = srtp;
    Optional<byte[]> plain = by == null ? Optional.of(datagram) : by.openControl(datagram);
    List<RtcpReport> reports = plain.map(Rtcp::read).orElse(List.of());
    if (reports.isEmpty()) {
      return;
    }
    latch.heard(from, now);
    for (RtcpReport report : reports) {
      switch (report) {
        case RtcpReport.OfSender sender -> {
          peer = sender.source();
          peerReport = NtpClock.middle(sender.ntp());
          peerReported = now;
          sender.blocks().forEach(block -> read(block, now));
        }
        case RtcpReport.OfReceiver receiver -> receiver.blocks().forEach(block -> read(block, now));
        case RtcpReport.Bye _ -> {
          // That a call ends is for signalling to say.
        }
      }
    }
  }

  private void read(Block block, long now) {
    if (block.source() != source) {
      return;
    }
    peerLoss = block.fraction() / 256.0;
    if (block.lastReport() != 0) {
      long there = NtpClock.middle(clock.at(now)) - block.lastReport() - block.delay();
      // Both clocks are read in steps, so that nothing may come out as a little less.
      int trip = (int) there;
      if (trip > -SLACK && trip <= LONGEST) {
        roundTrip = NtpClock.nanoseconds(Math.max(0, trip));
      }
    }
  }

  /** The next report, when its time has come. */
  Optional<byte[]> due(long now, Outgoing outgoing, Inbox inbox) {
    if (!scheduled) {
      scheduled = true;
      due = now + after() / 2;
    }
    if (now - due < 0) {
      return Optional.empty();
    }
    due = now + after();
    return Optional.of(report(now, outgoing, inbox, false));
  }

  /** Half to one and a half times the interval (RFC 3550, 6.2). */
  private long after() {
    return (long) (interval * (0.5 + random.nextDouble()));
  }

  /** The report that says that we leave. */
  byte[] bye(long now, Outgoing outgoing, Inbox inbox) {
    return report(now, outgoing, inbox, true);
  }

  private byte[] report(long now, Outgoing outgoing, Inbox inbox, boolean leaves) {
    List<Block> blocks = inbox.source() < 0 ? List.of() : List.of(block(now, inbox));
    byte[] plain =
        outgoing.packets() == 0
            ? Rtcp.write(new RtcpReport.OfReceiver(source, blocks), name, leaves)
            : Rtcp.write(
                new RtcpReport.OfSender(
                    source,
                    clock.at(now),
                    outgoing.timestamp(),
                    outgoing.packets(),
                    outgoing.octets(),
                    blocks),
                name,
                leaves);
    Srtp by = srtp;
    return by == null ? plain : by.protectControl(plain);
  }

  private Block block(long now, Inbox inbox) {
    boolean reported = peer == inbox.source();
    Reception reception = inbox.reception();
    return new Block(
        inbox.source(),
        reception.fraction(),
        Math.toIntExact(Math.min(Integer.MAX_VALUE, reception.lost())),
        reception.highest(),
        Math.round(inbox.jitter()),
        reported ? peerReport : 0,
        reported ? NtpClock.units(now - peerReported) : 0);
  }

  /** How long it takes to the other side and back; empty before it reported on us. */
  Optional<Duration> roundTrip() {
    return roundTrip < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(roundTrip));
  }

  /** The share of our packets that the other side lost lately; empty before it reported on us. */
  OptionalDouble peerLoss() {
    return peerLoss < 0 ? OptionalDouble.empty() : OptionalDouble.of(peerLoss);
  }
}
