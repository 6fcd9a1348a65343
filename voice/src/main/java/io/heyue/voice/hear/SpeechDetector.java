package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.OptionalDouble;

/**
 * How likely it is that somebody speaks, a frame of {@value #FRAME} samples (32 ms) at a time. One
 * call's; not thread-safe. Each frame takes about 0.3 ms of the caller's thread.
 */
public final class SpeechDetector {
  /** Samples a second. */
  public static final int RATE = 8_000;

  /** Samples that are judged at once; the model knows no other number at this rate. */
  public static final int FRAME = 256;

  /** Samples of the frame before that it wants to hear again. */
  static final int CONTEXT = 32;

  static final float LOUDEST = 32_768;

  private final SpeechModel model;
  private final FloatBuffer input = floats(CONTEXT + FRAME);
  private final FloatBuffer state = floats(SpeechModel.STATE_SIZE);
  private int filled;

  SpeechDetector(SpeechModel model) {
    this.model = model;
  }

  /** Outside the heap, so that the model reads it where it is. */
  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /**
   * Hears what came next.
   *
   * @param samples 20 ms of the call as a rule, {@value #FRAME} at most; where audio was lost, what
   *     is heard in its place, so that samples stay the measure of time
   * @return the probability of speech where a frame is full; the first is of samples 0 to 255, the
   *     next of 256 to 511, and so on
   * @throws HearingFailure where the model fails
   */
  public OptionalDouble came(short[] samples) {
    Check.that(samples.length <= FRAME, "samples", samples.length, FRAME + " at most");
    int first = Math.min(samples.length, FRAME - filled);
    take(samples, 0, first);
    if (filled < FRAME) {
      return OptionalDouble.empty();
    }
    float probability = model.score(input, state);
    for (int at = 0; at < CONTEXT; at++) {
      input.put(at, input.get(FRAME + at));
    }
    filled = 0;
    take(samples, first, samples.length);
    return OptionalDouble.of(probability);
  }

  private void take(short[] samples, int from, int to) {
    for (int at = from; at < to; at++) {
      input.put(CONTEXT + filled++, samples[at] / LOUDEST);
    }
  }
}
