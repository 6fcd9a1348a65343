package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.rtp.KeyPress;
import io.heyue.voice.rtp.RtpPacket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final long MILLISECOND = 1_000_000;

  private final Inbox inbox = new Inbox(new Noise(Rng.seeded(1)));

  private void came(RtpPacket packet, long milliseconds) {
    assertThat(inbox.came(packet, false, milliseconds * MILLISECOND)).isEmpty();
  }

  @Test
  void beforeAnybodySpeaksItIsSilent() {
    assertThat(inbox.turn()).hasSize(160).containsOnly(0);
    assertThat(inbox.source()).isEqualTo(-1);
  }

  @Test
  void whatIsLostIsMadeUpFor() {
    for (int number = 0; number < 50; number++) {
      if (number % 10 != 9) {
        came(Tones.packet(1_000, 7, number), number * 20L);
      }
      short[] frame = inbox.turn();
      assertThat(Tones.loudness(frame)).isBetween(5_000.0, 6_000.0);
      assertThat(Tones.share(1_000, frame)).isGreaterThan(0.95);
    }
    assertThat(inbox.reception().lost()).isEqualTo(4);
    assertThat(inbox.reception().received()).isEqualTo(45);
  }

  @Test
  void anotherSourceSpeaksOnceTheFirstWasSilent() {
    for (int number = 0; number < 10; number++) {
      came(Tones.packet(1_000, 7, number), number * 20L);
      var _ = inbox.turn();
      assertThat(inbox.came(Tones.packet(440, 8, 300 + number), false, number * 20L * MILLISECOND))
          .contains(Dropped.OTHER_SOURCE);
    }
    assertThat(inbox.came(Tones.packet(440, 8, 310), false, 379 * MILLISECOND))
        .contains(Dropped.OTHER_SOURCE);
    for (int number = 311; number < 320; number++) {
      came(Tones.packet(440, 8, number), 380 + (number - 311) * 20L);
      assertThat(Tones.share(440, inbox.turn())).isGreaterThan(0.85);
    }
    assertThat(inbox.source()).isEqualTo(8);
    assertThat(inbox.reception().received()).isEqualTo(9);
    assertThat(inbox.reception().lost()).isZero();
  }

  @Test
  void packetsMayHoldMoreOrLessThanAFrame() {
    for (int size : new int[] {80, 160, 240, 320, 480}) {
      Inbox other = new Inbox(new Noise(Rng.seeded(1)));
      short[] tone = Tones.frames(1_000, 0, 120);
      int sent = 0;
      int loud = 0;
      for (int tick = 0; tick < 110; tick++) {
        for (; sent * size < (tick + 1) * 160; sent++) {
          byte[] codes =
              Companding.PCMU.encode(Arrays.copyOfRange(tone, sent * size, (sent + 1) * size));
          RtpPacket packet = new RtpPacket(false, 0, sent, (long) sent * size, 3, codes);
          assertThat(other.came(packet, false, tick * 20L * MILLISECOND)).isEmpty();
        }
        if (Tones.share(1_000, other.turn()) > 0.95) {
          loud++;
        }
      }
      assertThat(loud).as("frames of packets of %d", size).isGreaterThan(100);
      assertThat(other.late()).isZero();
    }
  }

  @Test
  void comfortNoiseIsQuietUntilSomebodySpeaks() {
    came(Tones.packet(1_000, 7, 0), 0);
    var _ = inbox.turn();
    came(new RtpPacket(false, 13, 1, 160, 7, new byte[] {30}), 20);
    for (int times = 0; times < 50; times++) {
      assertThat(Tones.loudness(inbox.turn())).isBetween(10.0, 60.0);
    }
    came(Tones.packet(1_000, 7, 2), 1_040);
    assertThat(Tones.share(1_000, inbox.turn())).isGreaterThan(0.9);
  }

  @Test
  void aKeyIsHeardOnceAndIsNoDelay() {
    KeyPress press = new KeyPress(Key.HASH, Frame.LENGTH, Duration.ofMillis(400));
    int number = 0;
    for (; number < 10; number++) {
      came(Tones.packet(1_000, 7, number), number * 20L);
      var _ = inbox.turn();
    }
    double before = inbox.jitter();
    for (int at = 0; at < press.packets(); at++, number++) {
      RtpPacket packet = press.packet(at, 101, 8_000, number, 1_600, 7);
      assertThat(inbox.came(packet, true, number * 20L * MILLISECOND)).isEmpty();
      short[] frame = inbox.turn();
      assertThat(at < 5 || !Tones.loud(frame)).isTrue();
    }
    for (int at = 0; at < 10; at++, number++) {
      came(Tones.packet(1_000, 7, number), number * 20L);
      assertThat(Tones.share(1_000, inbox.turn())).isGreaterThan(0.9);
    }
    assertThat(inbox.keys()).containsExactly(Key.HASH);
    assertThat(inbox.keys()).isEmpty();
    assertThat(inbox.jitter() - before).isLessThan(30);
    assertThat(inbox.reception().lost()).isZero();
  }

  @Test
  void anyPacketsAreBorne() {
    Random random = new Random(5);
    for (int times = 0; times < 100_000; times++) {
      byte[] payload = new byte[4 + random.nextInt(500)];
      random.nextBytes(payload);
      int type = new int[] {0, 8, 13, 101}[random.nextInt(4)];
      RtpPacket packet =
          new RtpPacket(
              random.nextBoolean(),
              type,
              random.nextInt(65_536),
              random.nextInt() & 0xffff_ffffL,
              random.nextInt(3),
              payload);
      var _ = inbox.came(packet, type == 101, times * 7L * MILLISECOND);
      if (times % 3 == 0) {
        assertThat(inbox.turn()).hasSize(160);
      }
    }
    assertThat(inbox.keys()).hasSizeLessThanOrEqualTo(64);
  }
}
