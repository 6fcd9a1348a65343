package io.heyue.voice.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/** Whatever comes is a packet or none, and what is one is the same again once written. */
class RtpFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void anyBytesAreAPacketOrNone(byte[] datagram) {
    RtpPacket.read(ByteBuffer.wrap(datagram))
        .ifPresent(packet -> {
          if (!RtpPacket.read(ByteBuffer.wrap(packet.bytes()))
              .equals(java.util.Optional.of(packet))) {
            throw new IllegalStateException("Not the same again: " + packet);
          }
        });
  }
}
