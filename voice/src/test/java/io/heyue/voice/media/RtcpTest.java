package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.media.RtcpReport.Block;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtcpTest {
  private static final Block BLOCK =
      new Block(0xfedc_ba98L, 255, -3, 0xffff_ffffL, 77, 0x8000_0001L, 65_536);
  private static final RtcpReport.OfSender SENDER =
      new RtcpReport.OfSender(
          0x8765_4321L, 0xe000_0000_8000_0000L, 0xffff_fff0L, 5, 0x9000_0000L, List.of(BLOCK));
  private static final RtcpReport.OfReceiver RECEIVER =
      new RtcpReport.OfReceiver(9, List.of(BLOCK, BLOCK));

  @Test
  void reportsAreReadAsTheyWereWritten() {
    for (String name : new String[] {"a", "ab", "abc", "abcd", "0123456789abcdef"}) {
      byte[] plain = Rtcp.write(SENDER, name, false);
      assertThat(plain.length % 4).isZero();
      assertThat(Rtcp.read(plain)).containsExactly(SENDER);
      assertThat(Rtcp.read(Rtcp.write(RECEIVER, name, true)))
          .containsExactly(RECEIVER, new RtcpReport.Bye(List.of(9L)));
    }
  }

  /** The layout of RFC 3550, 6.4.1, written out by hand. */
  @Test
  void aReportHasTheLayoutOfTheStandard() {
    byte[] written =
        Rtcp.write(new RtcpReport.OfSender(1, 0x2_0000_0003L, 4, 5, 6, List.of()), "ab", false);
    assertThat(written)
        .containsExactly(
            0x80, 200, 0, 6, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6,
            0x81, 202, 0, 3, 0, 0, 0, 1, 1, 2, 'a', 'b', 0, 0, 0, 0);
  }

  @Test
  void anyBytesAreReportsOrNone() {
    Random random = new Random(3);
    byte[] whole = Rtcp.write(RECEIVER, "name", true);
    int read = 0;
    for (int times = 0; times < 200_000; times++) {
      byte[] changed = Arrays.copyOf(whole, random.nextInt(whole.length + 8));
      for (int flips = random.nextInt(4); flips > 0 && changed.length > 0; flips--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      read += Rtcp.read(changed).size();
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @Test
  void theTimeOfDayIsAsInTheStandard() {
    NtpClock clock = new NtpClock(Instant.parse("1900-01-01T00:00:10Z"), -5);
    assertThat(clock.at(-5)).isEqualTo(10L << 32);
    assertThat(clock.at(-5 + 500_000_000L)).isEqualTo(10L << 32 | 0x8000_0000L);
    assertThat(NtpClock.middle(0x1234_5678_9abc_def0L)).isEqualTo(0x5678_9abcL);
    assertThat(NtpClock.units(1_500_000_000L)).isEqualTo(98_304);
    assertThat(NtpClock.nanoseconds(98_304)).isEqualTo(1_500_000_000L);
  }

  private static final InetSocketAddress HERE = new InetSocketAddress("192.0.2.1", 4_000);
  private static final InetSocketAddress THERE = new InetSocketAddress("192.0.2.2", 5_000);

  private static final class Side {
    final Inbox inbox = new Inbox(new Noise(Rng.seeded(1)));
    final Outgoing outgoing;
    final Control control;

    Side(long seed, InetSocketAddress other) {
      Rng random = Rng.seeded(seed);
      outgoing = new Outgoing(Comfort.NOISE, random, new Noise(random));
      // Their clocks differ by years.
      Instant time = Instant.EPOCH.plus(Duration.ofDays(400 * seed));
      MediaSettings settings =
          MediaSettings.of(
              InetAddress.getLoopbackAddress(), 2_000, 2_001, InstantSource.fixed(time), seed);
      control = new Control(outgoing.source(), settings, new NtpClock(time, 0), random);
      control.connect(Remote.of(other, Companding.PCMA), null);
    }

    byte[] due(long milliseconds) {
      return control.due(milliseconds * 1_000_000, outgoing, inbox).orElseThrow();
    }
  }

  @Test
  void roundTripAndLossAreWhatTheOtherSideReports() {
    Side here = new Side(1, THERE);
    Side there = new Side(2, HERE);
    Remote remote = Remote.of(THERE, Companding.PCMA);
    for (int round = 0; round < 100; round++) {
      long now = round * 20_000_000L;
      // The times of the first reports are set.
      var _ = here.control.due(now, here.outgoing, here.inbox);
      var _ = there.control.due(now, there.outgoing, there.inbox);
      var packet = here.outgoing.next(round, remote).orElseThrow();
      here.outgoing.sent(true);
      if (round % 4 != 1) {
        assertThat(there.inbox.came(packet, false, now)).isEmpty();
      }
    }
    byte[] first = here.due(10_000);
    assertThat(first).isNotEmpty();
    there.control.came(first, control(HERE), 10_070_000_000L);
    // Held for a second, and 50 ms on its way back.
    byte[] answer = there.due(11_070);
    assertThat(here.control.roundTrip()).isEmpty();
    here.control.came(answer, control(THERE), 11_120_000_000L);
    assertThat(here.control.roundTrip().orElseThrow())
        .isBetween(Duration.ofMillis(119), Duration.ofMillis(121));
    assertThat(here.control.peerLoss().orElseThrow()).isBetween(0.24, 0.26);
  }

  @Test
  void reportsOfStrangersAreNotRead() {
    Side here = new Side(1, THERE);
    Block block = new Block(here.outgoing.source(), 128, 0, 0, 0, 0, 0);
    byte[] report = Rtcp.write(new RtcpReport.OfReceiver(5, List.of(block)), "x", false);
    here.control.came(report, new InetSocketAddress("192.0.2.3", 5_001), 0);
    assertThat(here.control.peerLoss()).isEmpty();
    here.control.came(report, control(THERE), 0);
    assertThat(here.control.peerLoss()).hasValue(0.5);
  }

  @Test
  void reportsComeEveryFiveSecondsOrSo() {
    Side here = new Side(1, THERE);
    long last = -1;
    int count = 0;
    for (long now = 0; now < 600_000; now += 20) {
      if (here.control.due(now * 1_000_000, here.outgoing, here.inbox).isPresent()) {
        if (last >= 0) {
          assertThat(now - last).isBetween(2_500L, 7_520L);
        }
        last = now;
        count++;
      }
    }
    assertThat(count).isBetween(100, 140);
  }

  private static InetSocketAddress control(InetSocketAddress media) {
    return new InetSocketAddress(media.getAddress(), media.getPort() + 1);
  }
}
