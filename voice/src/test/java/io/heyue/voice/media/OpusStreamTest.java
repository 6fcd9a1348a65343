package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Opus;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.rtp.KeyPress;
import io.heyue.voice.rtp.RtpPacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Opus over RTP: 48 kHz on the wire, 8 kHz above it. */
class OpusStreamTest {
  private static final long MILLISECOND = 1_000_000;
  private static final Remote BY_OPUS =
      Remote.of(new InetSocketAddress("192.0.2.1", 4_000), Lines.opus()).events(110);
  private static final Remote BY_BYTES =
      Remote.of(new InetSocketAddress("192.0.2.1", 4_000), Companding.PCMA).events(101);

  private static Outgoing outgoing() {
    Rng random = Rng.seeded(3);
    return new Outgoing(Comfort.NOISE, random, new Noise(random.fork("noise")));
  }

  private static RtpPacket sent(Outgoing outgoing, long round, Remote remote) {
    RtpPacket packet = outgoing.next(round, remote).orElseThrow();
    outgoing.sent(true);
    return packet;
  }

  /** In the middle of forty frames: on a busy machine some are made up. */
  private static void hearsTone(Ear ear, double hertz) throws InterruptedException {
    List<short[]> heard = ear.hear(40, Tones::loud);
    double[] shares = heard.stream().mapToDouble(f -> Tones.share(hertz, f)).sorted().toArray();
    double[] levels = heard.stream().mapToDouble(Tones::loudness).sorted().toArray();
    assertThat(shares[20]).isGreaterThan(0.9);
    assertThat(levels[20] / (Tones.LOUD / Math.sqrt(2))).isBetween(0.8, 1.25);
  }

  @Test
  void aToneIsHeardBothWaysAndWhatWasPlayedIsExact() throws Exception {
    try (Lines lines = new Lines()) {
      lines.connectByOpus();
      PlaybackId id = lines.left.play(Playback.of(Tones.sound(1_000, 80)));
      var _ = lines.right.play(Playback.of(Tones.sound(440, 80)));
      hearsTone(lines.leftEar, 440);
      hearsTone(lines.rightEar, 1_000);
      assertThat(Ear.next(lines.leftEar.played))
          .isEqualTo(new Played(id, 12_800, Optional.empty(), Played.End.FINISHED));
      lines.left.press(Key.FIVE, Duration.ofMillis(1_500));
      lines.left.press(Key.FIVE, Duration.ofMillis(60));
      assertThat(Ear.next(lines.rightEar.keys)).isEqualTo(Key.FIVE);
      assertThat(Ear.next(lines.rightEar.keys)).isEqualTo(Key.FIVE);
      assertThat(lines.rightEar.keys).isEmpty();
    }
  }

  @Test
  void timesGoOnByTheClockOfWhatIsAgreed() {
    Outgoing outgoing = outgoing();
    RtpPacket first = sent(outgoing, 0, BY_BYTES);
    RtpPacket second = sent(outgoing, 1, BY_OPUS);
    RtpPacket third = sent(outgoing, 5, BY_OPUS);
    RtpPacket last = sent(outgoing, 6, BY_BYTES);
    assertThat(second.timestamp() - first.timestamp() & 0xffff_ffffL).isEqualTo(960);
    assertThat(third.timestamp() - second.timestamp() & 0xffff_ffffL).isEqualTo(4 * 960);
    assertThat(last.timestamp() - third.timestamp() & 0xffff_ffffL).isEqualTo(160);
    assertThat(List.of(first, second, last))
        .extracting(RtpPacket::payloadType)
        .containsExactly(8, 111, 8);
    assertThat(last.sequence() - first.sequence()).isEqualTo(3);
  }

  /** Coded once: coded twice it would be two frames to whoever decodes. */
  @Test
  void aFrameThatWasNotTakenIsSentAsItWasCoded() {
    Outgoing outgoing = outgoing();
    var _ = outgoing.outbox().play(Playback.of(Tones.sound(1_000, 3)));
    RtpPacket first = sent(outgoing, 0, BY_OPUS);
    RtpPacket lost = outgoing.next(1, BY_OPUS).orElseThrow();
    outgoing.sent(false);
    RtpPacket again = sent(outgoing, 2, BY_OPUS);
    assertThat(again.payload()).isEqualTo(lost.payload()).isNotEqualTo(first.payload());
  }

  /** A tone that is another from each tenth frame on. */
  private static double hertz(int number) {
    return (number + 1) / 10 % 2 == 0 ? 500 : 1_500;
  }

  private static RtpPacket packet(Opus.Encoder encoder, int number) {
    byte[] payload = encoder.encode(Tones.frames(hertz(number), number, 1));
    return new RtpPacket(false, 111, number, number * 960L, 7, payload);
  }

  /**
   * How much of the tone that should be heard is, where every tenth packet is lost, by which the
   * tone became another; every second is 6 ms late.
   */
  private static double heardOfATone(Inbox inbox, double loss) {
    inbox.by(Lines.opus());
    Opus.Encoder encoder = new Opus.Encoder(8_000, 24_000, loss);
    double shares = 0;
    for (int number = 0; number < 100; number++) {
      RtpPacket packet = packet(encoder, number);
      long now = (number * 20L + number % 2 * 6L) * MILLISECOND;
      if (number % 10 != 9) {
        assertThat(inbox.came(packet, false, now)).isEmpty();
      }
      if (number > 0) {
        // The one behind is there already.
        short[] frame = inbox.turn();
        shares += number % 10 == 0 ? Tones.share(hertz(number), frame) : 0;
      }
    }
    return shares / 9;
  }

  @Test
  void whatIsLostIsRepairedAndJitterIsToldByItsClock() {
    Inbox inbox = new Inbox(new Noise(Rng.seeded(1)));
    double repaired = heardOfATone(inbox, 0.1);
    double guessed = heardOfATone(new Inbox(new Noise(Rng.seeded(1))), 0);
    assertThat(repaired).isGreaterThan(guessed + 0.1);
    assertThat(inbox.clock()).isEqualTo(48_000);
    assertThat(inbox.jitter()).isBetween(200.0, 300.0);
    assertThat(inbox.reception().lost()).isEqualTo(9);
  }

  @Test
  void whoeverSendsALawInsteadIsHeardAndKeysAreNoDelay() {
    Inbox inbox = new Inbox(new Noise(Rng.seeded(1)));
    inbox.by(Lines.opus());
    Opus.Encoder encoder = new Opus.Encoder(8_000, 24_000, 0);
    KeyPress press = new KeyPress(Key.ONE, Frame.LENGTH, Duration.ofMillis(200));
    int number = 0;
    for (; number < 10; number++) {
      assertThat(inbox.came(packet(encoder, number), false, number * 20L * MILLISECOND)).isEmpty();
      assertThat(inbox.turn()).hasSize(160);
    }
    for (int at = 0; at < press.packets(); at++, number++) {
      // By a clock of 8 kHz, as some have it beside Opus.
      RtpPacket packet = press.packet(at, 101, 8_000, number, 9_600, 7);
      assertThat(inbox.came(packet, true, number * 20L * MILLISECOND)).isEmpty();
      var _ = inbox.turn();
    }
    assertThat(inbox.keys()).containsExactly(Key.ONE);
    for (int more = 0; more < 5; more++, number++) {
      assertThat(inbox.came(packet(encoder, number), false, number * 20L * MILLISECOND)).isEmpty();
      var _ = inbox.turn();
    }
    assertThat(inbox.jitter()).isLessThan(1);
    for (int more = 0; more < 5; more++, number++) {
      byte[] codes = Companding.PCMA.encode(Tones.frames(1_000, number, 1));
      RtpPacket packet = new RtpPacket(false, 8, number, number * 160L, 7, codes);
      assertThat(inbox.came(packet, false, number * 20L * MILLISECOND)).isEmpty();
      assertThat(Tones.share(1_000, inbox.turn())).isGreaterThan(0.9);
    }
    assertThat(inbox.clock()).isEqualTo(8_000);
  }

  @Test
  void anyBytesAsOpusAreBorne() {
    Inbox inbox = new Inbox(new Noise(Rng.seeded(1)));
    inbox.by(Lines.opus());
    Rng random = Rng.seeded(6);
    for (int times = 0; times < 2_000; times++) {
      byte[] payload = new byte[1 + random.nextInt(60)];
      for (int at = 0; at < payload.length; at++) {
        payload[at] = (byte) random.nextInt(256);
      }
      RtpPacket packet =
          new RtpPacket(false, 111, times / 2 * 2 % 65_536, times * 960L, 7, payload);
      var _ = inbox.came(packet, false, times * 20L * MILLISECOND);
      assertThat(inbox.turn()).hasSize(160);
    }
  }
}
