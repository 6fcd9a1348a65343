package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.rtp.KeyPress;
import io.heyue.voice.rtp.RtpPacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutgoingTest {
  private static final Remote REMOTE =
      Remote.of(new InetSocketAddress("192.0.2.1", 4_000), Companding.PCMU).events(101);

  private static Outgoing outgoing(Comfort comfort) {
    Rng random = Rng.seeded(4);
    return new Outgoing(comfort, random, new Noise(random.fork("noise")));
  }

  private static RtpPacket sent(Outgoing outgoing, long round) {
    RtpPacket packet = outgoing.next(round, REMOTE).orElseThrow();
    outgoing.sent(true);
    return packet;
  }

  @Test
  void speechBeginsWithAMarkAndTimeGoesOnInSilence() {
    Outgoing outgoing = outgoing(Comfort.NOTHING);
    assertThat(outgoing.next(0, REMOTE)).isEmpty();
    var _ = outgoing.outbox().play(Playback.of(Tones.sound(1_000, 2)));
    RtpPacket first = sent(outgoing, 1);
    RtpPacket second = sent(outgoing, 2);
    assertThat(first.marked()).isTrue();
    assertThat(second.marked()).isFalse();
    assertThat(second.sequence() - first.sequence()).isEqualTo(1);
    assertThat(second.timestamp() - first.timestamp() & 0xffff_ffffL).isEqualTo(160);
    assertThat(outgoing.next(3, REMOTE)).isEmpty();
    var _ = outgoing.outbox().play(Playback.of(Tones.sound(1_000, 2)));
    RtpPacket third = sent(outgoing, 9);
    assertThat(third.marked()).isTrue();
    assertThat(third.sequence() - second.sequence()).isEqualTo(1);
    assertThat(third.timestamp() - second.timestamp() & 0xffff_ffffL).isEqualTo(7 * 160);
  }

  @Test
  void comfortNoiseIsHardlyHeardAndTheSameOfTheSameSeed() {
    Outgoing outgoing = outgoing(Comfort.NOISE);
    Outgoing again = outgoing(Comfort.NOISE);
    double loudness = 0;
    for (int round = 0; round < 100; round++) {
      RtpPacket packet = sent(outgoing, round);
      assertThat(packet).isEqualTo(sent(again, round));
      assertThat(packet.payloadType()).isZero();
      assertThat(packet.marked()).isEqualTo(round == 0);
      loudness += Tones.loudness(Companding.PCMU.decode(packet.payload())) / 100;
    }
    // 0 dBm0 is 3.14 dB below the loudest sine of A-law, of 32,256 (ITU-T G.711).
    double full = 32_256 / Math.sqrt(2) / Math.pow(10, 3.14 / 20);
    assertThat(20 * Math.log10(loudness / full)).isBetween(-66.0, -64.0);
    short[] noise = new Noise(Rng.seeded(1)).samples(Noise.COMFORT, 8_000);
    double other = Tones.loudness(Companding.PCMA.decode(Companding.PCMA.encode(noise)));
    assertThat(20 * Math.log10(other / full)).isBetween(-66.0, -64.0);
    var _ = outgoing.outbox().play(Playback.of(Tones.sound(1_000, 2)));
    assertThat(sent(outgoing, 100).marked()).isTrue();
  }

  @Test
  void aKeyKeepsItsTimeAndAudioGoesOnAfterIt() {
    Outgoing outgoing = outgoing(Comfort.NOISE);
    RtpPacket before = sent(outgoing, 0);
    KeyPress press = new KeyPress(Key.NINE, Frame.LENGTH, Duration.ofMillis(60));
    outgoing.outbox().press(press);
    for (int number = 0; number < press.packets(); number++) {
      RtpPacket packet = sent(outgoing, 1 + number);
      assertThat(packet.payloadType()).isEqualTo(101);
      assertThat(packet.timestamp() - before.timestamp() & 0xffff_ffffL).isEqualTo(160);
      assertThat(packet.sequence()).isEqualTo(before.sequence() + 1 + number);
    }
    RtpPacket after = sent(outgoing, 1 + press.packets());
    assertThat(after.payloadType()).isZero();
    assertThat(after.timestamp() - before.timestamp() & 0xffff_ffffL)
        .isEqualTo(160L * (1 + press.packets()));
  }

  @Test
  void whatWasNotTakenIsSentUnderTheNextNumber() {
    Outgoing outgoing = outgoing(Comfort.NOISE);
    var _ = outgoing.outbox().play(Playback.of(Tones.sound(1_000, 1)));
    RtpPacket first = outgoing.next(0, REMOTE).orElseThrow();
    outgoing.sent(false);
    RtpPacket second = sent(outgoing, 1);
    assertThat(second.payload()).isEqualTo(first.payload());
    assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
    assertThat(second.marked()).isTrue();
    assertThat(outgoing.packets()).isEqualTo(1);
    assertThat(outgoing.octets()).isEqualTo(160);
    assertThat(outgoing.unsent()).isEqualTo(1);
  }

  @Test
  void whoTakesNoKeysGetsNone() {
    Outgoing outgoing = outgoing(Comfort.NOISE);
    KeyPress press = new KeyPress(Key.NINE, Frame.LENGTH, Duration.ofMillis(60));
    outgoing.outbox().press(press);
    Remote without = Remote.of(REMOTE.address(), Companding.PCMA);
    int round = 0;
    for (; round < press.packets(); round++) {
      assertThat(outgoing.next(round, without)).isEmpty();
    }
    assertThat(outgoing.next(round, without).orElseThrow().payloadType()).isEqualTo(8);
  }
}
