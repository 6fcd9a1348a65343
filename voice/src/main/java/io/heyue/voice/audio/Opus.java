package io.heyue.voice.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusPacketInfo;
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

  private static final int REHEARSED = 250;
  private static final int REHEARSED_BITS = 24_000;
  private static final double REHEARSED_LOSS = 0.1;

  private Opus() {}

  /**
   * Codes and decodes a few seconds of nothing much: the first frames of a program take so long
   * that whoever else is sent to would wait for them.
   */
  public static void rehearse() {
    Encoder encoder = new Encoder(Companding.RATE, REHEARSED_BITS, REHEARSED_LOSS);
    Decoder decoder = new Decoder();
    short[] samples = new short[encoder.frame()];
    for (int frame = 0; frame < REHEARSED; frame++) {
      for (int at = 0; at < samples.length; at++) {
        // Pulses, as of a voice, that grow loud and soft.
        samples[at] = (short) ((at % 64 - 32) * (frame % 25) * 10);
      }
      var _ = decoder.decode(encoder.encode(samples));
    }
  }

  /** How many samples at 8 kHz a packet holds; 0 where it is none. */
  public static int samples(byte[] packet) {
    if (packet.length == 0) {
      return 0;
    }
    try {
      int samples = OpusPacketInfo.getNumSamples(packet, 0, packet.length, CLOCK);
      return Math.max(0, samples / Decimation.FACTOR);
    } catch (RuntimeException | AssertionError e) {
      return 0;
    }
  }

  /** Samples into packets. Not thread-safe. */
  public static final class Encoder {
    /**
     * Of 0 to 10. At 5 a frame takes twice as long, which those who wait to be sent would feel, and
     * nobody hears it at 8 kHz.
     */
    private static final int COMPLEXITY = 2;

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
      encoder.setComplexity(COMPLEXITY);
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

    /** Samples of 2.5 ms, the shortest frame. */
    private static final int STEP = FRAME / 8;

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
          : decoded(packet, CLOCK / FRAMES * LONGEST, false);
    }

    /**
     * What may have been in samples that were lost, by what came before them.
     *
     * @param samples a multiple of {@value #STEP}, at most 960
     */
    public short[] lost(int samples) {
      return decoded(null, whole(samples) * Decimation.FACTOR, false)
          .orElseGet(() -> new short[samples]);
    }

    /**
     * What was in the samples that were lost before a packet, by the copy in it; where it holds
     * none, by what came before them. The packet itself is to be decoded after that.
     */
    public short[] repaired(byte[] after, int samples) {
      return decoded(after, whole(samples) * Decimation.FACTOR, true)
          .orElseGet(() -> lost(samples));
    }

    /** Nothing is made up in smaller pieces. */
    private static int whole(int samples) {
      int steps = (samples + STEP - 1) / STEP;
      return Math.clamp(steps, 1, FRAME / STEP * LONGEST) * STEP;
    }

    /**
     * The library trusts its packets: what it stumbles over is told by an exception or an error.
     */
    private Optional<short[]> decoded(byte @Nullable [] packet, int most, boolean before) {
      short[] samples = new short[most];
      try {
        int length = packet == null ? 0 : packet.length;
        int count = decoder.decode(packet, 0, length, samples, 0, most, before);
        return Optional.of(decimation.next(samples, count));
      } catch (OpusException | RuntimeException | AssertionError e) {
        decoder = fresh();
        return Optional.empty();
      }
    }
  }
}
