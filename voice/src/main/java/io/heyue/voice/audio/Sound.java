package io.heyue.voice.audio;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A piece of sound: linear samples of one channel. Immutable and thread-safe. */
public final class Sound {
  private static final long SECOND = 1_000_000_000L;

  private final int rate;
  private final short[] samples;

  /**
   * @param rate samples a second
   */
  public Sound(int rate, short[] samples) {
    Check.that(rate > 0, "rate", rate, "above zero");
    this.rate = rate;
    this.samples = samples.clone();
  }

  /** One after the other; all must have the same rate. */
  public static Sound of(int rate, List<Sound> parts) {
    short[] all = new short[parts.stream().mapToInt(part -> part.samples.length).sum()];
    int at = 0;
    for (Sound part : parts) {
      Check.that(part.rate == rate, "rate", part.rate, rate + " as the others");
      System.arraycopy(part.samples, 0, all, at, part.samples.length);
      at += part.samples.length;
    }
    return new Sound(rate, all);
  }

  /** Nothing to be heard. */
  public static Sound silence(int rate, Duration length) {
    return new Sound(rate, new short[Math.toIntExact(length.toNanos() * rate / SECOND)]);
  }

  public int rate() {
    return rate;
  }

  public short[] samples() {
    return samples.clone();
  }

  public Duration length() {
    return Duration.ofNanos(samples.length * SECOND / rate);
  }

  /** The same without what is quieter than {@code quiet} at either end. */
  public Sound trimmed(int quiet) {
    int from = 0;
    int to = samples.length;
    while (from < to && Math.abs(samples[from]) < quiet) {
      from++;
    }
    while (to > from && Math.abs(samples[to - 1]) < quiet) {
      to--;
    }
    return new Sound(rate, Arrays.copyOfRange(samples, from, to));
  }

  /**
   * The same with another number of samples a second: what lies above half of the lower of both is
   * taken away by a sinc of 32 zero crossings under a Blackman window (Smith, Digital Audio
   * Resampling, https://ccrma.stanford.edu/~jos/resample/).
   */
  public Sound at(int other) {
    return other == rate ? this : new Sound(other, Resampling.of(samples, rate, other));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sound sound
        && sound.rate == rate
        && Arrays.equals(sound.samples, samples);
  }

  @Override
  public int hashCode() {
    return 31 * rate + Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return "Sound[" + length() + " at " + rate + "]";
  }
}
