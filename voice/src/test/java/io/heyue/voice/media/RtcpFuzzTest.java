package io.heyue.voice.media;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever comes are reports or none, and nothing is thrown. */
class RtcpFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void anyBytesAreReportsOrNone(byte[] datagram) {
    var _ = Rtcp.read(datagram);
  }
}
