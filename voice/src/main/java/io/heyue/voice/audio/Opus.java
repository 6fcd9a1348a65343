package io.heyue.voice.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import io.heyue.core.base.Check;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opus (RFC 6716) of one channel, in frames of 20 ms. A coder remembers what came before, so that
 * each direction of each call has one of its own. Whatever the other side encoded, mono or stereo,
 * a decoder gives one channel at 8 kHz.
 */
public final class Opus {
  /** Ticks a second of its timestamps in RTP, whatever the rate (RFC 7587, 4.1). */
  public static final int CLOCK = 48_000;

  /** Rates that an encoder may be made for, in samples a second. */
  public static final Set<Integer> RATES = Set.of(8_000, 12_000, 16_000, 24_000, 48_000);

  /** Frames a second. */
  private static final int FRAMES = 50;

  /** The longest packet holds 120 ms. */
  private static final int LONGEST = 6;

  /** No packet is longer (RFC 6716, 3.4). */
  private static final int MOST = 1_275;

  private Opus() {}

  /** Samples into packets. Not thread-safe. */
  public static final class Encoder {
    private final OpusEncoder encoder;
    private final int frame;

    /**
     * @param rate samples a second of what it is given
     * @param bits a second that it aims at, 6,000 to 64,000; 16,000 is good for speech at 8 kHz
     * @param loss share of packets that may be lost; above 0 each packet also holds a poor copy of
     *     the one before
     */
    public Encoder(int rate, int bits, double loss) {
      Check.that(bits >= 6_000 && bits <= 64_000, "bits", bits, "6000 to 64000");
      Check.that(loss >= 0 && loss <= 1, "loss", loss, "0 to 1");
      Check.that(RATES.contains(rate), "rate", rate, "one of " + RATES);
      frame = rate / FRAMES;
      try {
        encoder = new OpusEncoder(rate, 1, OpusApplication.OPUS_APPLICATION_VOIP);
      } catch (OpusException e) {
        throw new AssertionError("Rate " + rate + " was checked.", e);
      }
      encoder.setBitrate(bits);
      encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
      encoder.setComplexity(5);
      encoder.setUseInbandFEC(loss > 0);
      encoder.setPacketLossPercent((int) Math.round(loss * 100));
    }

    /** Samples of a frame. */
    public int frame() {
      return frame;
    }

    /**
     * The next packet.
     *
     * @param samples of exactly one frame
     */
    public byte[] encode(short[] samples) {
      Check.that(samples.length == frame, "samples", samples.length, frame + ", a frame");
      byte[] packet = new byte[MOST];
      try {
        return Arrays.copyOf(packet, encoder.encode(samples, 0, frame, packet, 0, MOST));
      } catch (OpusException e) {
        throw new IllegalStateException("A frame of " + frame + " can't be encoded.", e);
      }
    }
  }

  /**
   * Packets into samples, 8,000 a second. The library gives silence for some packets (hybrid ones,
   * which browsers send) at any other rate than 48 kHz, so that is what it is asked for. Not
   * thread-safe.
   */
  public static final class Decoder {
    /** Samples of a frame at 8 kHz. */
    public static final int FRAME = CLOCK / FRAMES / Decimation.FACTOR;

    private OpusDecoder decoder = fresh();
    private final Decimation decimation = new Decimation();

    private static OpusDecoder fresh() {
      try {
        return new OpusDecoder(CLOCK, 1);
      } catch (OpusException e) {
        throw new AssertionError("Every decoder has " + CLOCK + " Hz.", e);
      }
    }

    /**
     * The samples of a packet, of 2.5 to 120 ms; none where it is no packet of Opus. After that it
     * begins anew.
     */
    public Optional<short[]> decode(byte[] packet) {
      return packet.length == 0 || packet.length > LONGEST * MOST
          ? Optional.empty()
          : decoded(packet, CLOCK / FRAMES * LONGEST);
    }

    /** What may have been in a frame that was lost, by what came before it. */
    public short[] lost() {
      return decoded(null, CLOCK / FRAMES).orElseGet(() -> new short[FRAME]);
    }

    /**
     * The library trusts its packets: what it stumbles over is told by an exception or an error.
     */
    private Optional<short[]> decoded(byte @Nullable [] packet, int most) {
      short[] samples = new short[most];
      try {
        int length = packet == null ? 0 : packet.length;
        int count = decoder.decode(packet, 0, length, samples, 0, most, false);
        return Optional.of(decimation.next(samples, count));
      } catch (OpusException | RuntimeException | AssertionError e) {
        decoder = fresh();
        return Optional.empty();
      }
    }
  }
}
