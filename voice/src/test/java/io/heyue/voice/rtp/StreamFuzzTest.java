package io.heyue.voice.rtp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Packets in any order, with any numbers and times, through what puts them in order. */
class StreamFuzzTest {
  private static final int MOST_PACKETS = 400;

  @FuzzTest(maxDuration = "2m")
  void anyPacketsAreHeardInTurnOrNot(FuzzedDataProvider data) {
    JitterBuffer buffer = new JitterBuffer(Duration.ofMillis(20), 8_000);
    KeysHeard keys = new KeysHeard();
    long now = 0;
    for (int count = 0; count < MOST_PACKETS && data.remainingBytes() > 0; count++) {
      now += data.consumeInt(0, 60_000_000);
      if (data.consumeBoolean()) {
        byte[] bytes = data.consumeBytes(data.consumeInt(0, 40));
        long at = now;
        RtpPacket.read(ByteBuffer.wrap(bytes))
            .ifPresent(packet -> {
              var _ = keys.came(packet);
              buffer.came(packet, at);
            });
      } else {
        var _ = buffer.turn();
      }
    }
    if (buffer.delay().isNegative() || buffer.late() < 0 || buffer.lost() < 0) {
      throw new IllegalStateException("Delay is " + buffer.delay() + ".");
    }
  }
}
