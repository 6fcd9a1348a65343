package io.heyue.voice.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final Duration TICK = Duration.ofMillis(20);

  private static List<RtpPacket> packets(Key key, int sequence, long timestamp) {
    KeyPress press = new KeyPress(key, TICK, Duration.ofMillis(100));
    List<RtpPacket> packets = new ArrayList<>();
    for (int number = 0; number < press.packets(); number++) {
      packets.add(press.packet(number, 101, 8_000, sequence + number, timestamp, 9));
    }
    return packets;
  }

  @Test
  void aKeyIsPressedAsTheStandardWantsIt() {
    List<RtpPacket> packets = packets(Key.HASH, 40, 1_600);
    assertThat(packets).hasSize(7);
    assertThat(packets).extracting(RtpPacket::timestamp).containsOnly(1_600L);
    assertThat(packets)
        .extracting(RtpPacket::marked)
        .containsExactly(true, false, false, false, false, false, false);
    assertThat(packets.getFirst().payload()).containsExactly(11, 10, 0, 160);
    byte[] last = {11, (byte) 0x8a, 3, 32};
    assertThat(packets.subList(4, 7)).extracting(RtpPacket::payload).containsOnly(last);
  }

  @Test
  void whicheverPacketsComeAKeyCountsOnce() {
    Random random = new Random(3);
    for (int times = 0; times < 500; times++) {
      KeysHeard heard = new KeysHeard();
      List<Key> pressed = List.of(Key.ONE, Key.ONE, Key.STAR);
      List<Key> counted = new ArrayList<>();
      long timestamp = 0xffff_f000L;
      for (Key key : pressed) {
        List<RtpPacket> packets = packets(key, 100, timestamp);
        int kept = random.nextInt(packets.size());
        for (int at = 0; at < packets.size(); at++) {
          if (at == kept || random.nextBoolean()) {
            heard.came(packets.get(at)).ifPresent(counted::add);
          }
        }
        timestamp = (timestamp + 4_000) & 0xffff_ffffL;
      }
      assertThat(counted).isEqualTo(pressed);
    }
  }

  /** At 48 kHz sixteen bits hold 1.36 s. */
  @Test
  void aKeyThatIsHeldForLongGoesOnInSegmentsAndCountsOnce() {
    KeyPress press = new KeyPress(Key.FIVE, TICK, Duration.ofSeconds(3));
    KeysHeard heard = new KeysHeard();
    List<Key> counted = new ArrayList<>();
    long end = 0;
    for (int number = 0; number < press.packets(); number++) {
      RtpPacket packet = press.packet(number, 101, 48_000, number, 0xffff_ff00L, 9);
      int length = ByteBuffer.wrap(packet.payload()).getShort(2) & 0xffff;
      end = (packet.timestamp() + length) & 0xffff_ffffL;
      assertThat(end).isEqualTo(Math.min(150, number + 1) * 960L - 256);
      if (number % 3 != 2) {
        heard.came(packet).ifPresent(counted::add);
      }
    }
    assertThat(end).isEqualTo(3 * 48_000 - 256);
    assertThat(counted).containsExactly(Key.FIVE);
    heard
        .came(new KeyPress(Key.FIVE, TICK, TICK).packet(0, 101, 48_000, 0, end, 9))
        .ifPresent(counted::add);
    assertThat(counted).containsExactly(Key.FIVE, Key.FIVE);
  }

  /** As rtpengine does it where it makes 48 kHz of 8 kHz. */
  @Test
  void whoTellsOfTheEndAgainByALaterTimePressedItOnce() {
    KeysHeard heard = new KeysHeard();
    List<Key> counted = new ArrayList<>();
    long[][] told = {{0, 960}, {0, 8_640}, {960, 8_640}, {1_920, 8_640}, {9_600, 960}};
    for (long[] packet : told) {
      byte[] payload =
          ByteBuffer.allocate(4).put((byte) 1).put((byte) 0x8a).putShort((short) packet[1]).array();
      heard
          .came(new RtpPacket(false, 101, 1, 0xffff_ff00L + packet[0] & 0xffff_ffffL, 9, payload))
          .ifPresent(counted::add);
    }
    assertThat(counted).containsExactly(Key.ONE, Key.ONE);
  }

  /** As after a hold behind a machine that keeps the source and begins its times anew. */
  @Test
  void whoseTimesBeginAnewIsHeardOn() {
    KeysHeard heard = new KeysHeard();
    assertThat(heard.came(packets(Key.ONE, 1, 3_000_000_000L).getFirst())).contains(Key.ONE);
    assertThat(heard.came(packets(Key.ZERO, 9, 2_000_000_000L).getFirst())).contains(Key.ZERO);
    assertThat(heard.came(packets(Key.STAR, 9, 2_000_000_000L - 8_000).getFirst()))
        .as("only late")
        .isEmpty();
    assertThat(heard.came(packets(Key.STAR, 9, 2_000_016_000L).getFirst())).contains(Key.STAR);
  }

  @Test
  void whatIsNoKeyIsNone() {
    KeysHeard heard = new KeysHeard();
    assertThat(heard.came(new RtpPacket(true, 101, 1, 5, 9, new byte[] {1, 2}))).isEmpty();
    byte[] flash = ByteBuffer.allocate(4).put((byte) 16).array();
    assertThat(heard.came(new RtpPacket(true, 101, 2, 5, 9, flash))).isEmpty();
    byte[] five = ByteBuffer.allocate(4).put((byte) 5).array();
    assertThat(heard.came(new RtpPacket(true, 101, 3, 5, 9, five))).contains(Key.FIVE);
  }

  @Test
  void aKeyIsHeldForATickAtLeast() {
    assertThatThrownBy(() -> new KeyPress(Key.ONE, TICK, Duration.ofMillis(19)))
        .hasMessageContaining("held is PT0.019S");
  }
}
