package io.heyue.voice.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
  private static Optional<RtpPacket> read(String hexadecimal) {
    return RtpPacket.read(ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal.replace(" ", ""))));
  }

  @Test
  void aPacketIsReadAsItStands() {
    RtpPacket packet = read("80 88 ffff fffffff0 deadbeef 010203").orElseThrow();
    assertThat(packet.marked()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(8);
    assertThat(packet.sequence()).isEqualTo(65_535);
    assertThat(packet.timestamp()).isEqualTo(0xffff_fff0L);
    assertThat(packet.source()).isEqualTo(0xdead_beefL);
    assertThat(packet.payload()).containsExactly(1, 2, 3);
    assertThat(RtpPacket.read(ByteBuffer.wrap(packet.bytes()))).contains(packet);
    assertThat(packet.toString()).contains("deadbeef", "3 bytes");
  }

  @Test
  void contributorsExtensionAndPaddingAreReadOver() {
    RtpPacket packet =
        read("b1 08 0001 00000002 00000003 aaaaaaaa bede0001 cccccccc 0506 000002".replace(" ", ""))
            .orElseThrow();
    assertThat(packet.payload()).containsExactly(5, 6, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80 08 0001 00000002 000003",
        "40 08 0001 00000002 00000003",
        "81 08 0001 00000002 00000003 aabb",
        "90 08 0001 00000002 00000003 bede",
        "90 08 0001 00000002 00000003 bede0002 cccccccc",
        "a0 08 0001 00000002 00000003",
        "a0 08 0001 00000002 00000003 00",
        "a0 08 0001 00000002 00000003 0105"
      })
  void whatIsNoneIsNone(String hexadecimal) {
    assertThat(read(hexadecimal)).isEmpty();
  }

  /** Whatever comes in at an open port, nothing is thrown and nothing grows. */
  @Test
  void anyBytesAreAPacketOrNone() {
    Random random = new Random(7);
    for (int times = 0; times < 100_000; times++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && random.nextBoolean()) {
        bytes[0] = (byte) (0x80 | (bytes[0] & 0x3f));
      }
      RtpPacket.read(ByteBuffer.wrap(bytes))
          .ifPresent(packet -> assertThat(packet.payload().length).isLessThan(bytes.length));
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new RtpPacket(false, 128, 0, 0, 0, new byte[0]))
        .hasMessageContaining("payloadType is 128");
    assertThatThrownBy(() -> new RtpPacket(false, 8, 65_536, 0, 0, new byte[0]))
        .hasMessageContaining("sequence is 65536");
    assertThatThrownBy(() -> new RtpPacket(false, 8, 0, 1L << 32, 0, new byte[0]))
        .hasMessageContaining("timestamp");
  }
}
