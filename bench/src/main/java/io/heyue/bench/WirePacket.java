package io.heyue.bench;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.rtp.RtpPacket;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A packet of audio on the wire.
 *
 * @param at when it passed, in nanoseconds since 1970 as the kernel says
 * @param from the port that sent it
 * @param to the port that it goes to
 * @param loud whether it holds more than the noise of silence
 */
record WirePacket(long at, int from, int to, boolean loud) {
  /** -50 dBov (RFC 6464): comfort noise is 15 dB below, the end of a word above. */
  private static final double QUIET = 32_768 * Math.pow(10, -50 / 20.0);

  /** What a datagram holds; empty where it is no audio. */
  static Optional<WirePacket> of(long at, int from, int to, ByteBuffer datagram) {
    return RtpPacket.read(datagram)
        .flatMap(packet -> codec(packet).map(codec -> codec.decode(packet.payload())))
        .map(samples -> new WirePacket(at, from, to, loud(samples)));
  }

  private static Optional<Companding> codec(RtpPacket packet) {
    for (Companding each : Companding.values()) {
      if (each.payloadType() == packet.payloadType()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean loud(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return sum > samples.length * QUIET * QUIET;
  }
}
