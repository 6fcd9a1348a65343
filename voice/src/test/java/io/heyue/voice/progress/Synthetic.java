package io.heyue.voice.progress;

import java.util.Arrays;
import java.util.Random;

/** Sound made by figures, none of it recorded: tones, what is like speech, and white noise. */
final class Synthetic {
  static final int RATE = 8_000;

  private static final double LOUD = 4_000;
  private static final int HARMONICS = 12;

  private final Random random;
  private double[] samples = new double[0];
  private double phase;

  Synthetic(Random random) {
    this.random = random;
  }

  /** How much there is by now, in samples. */
  int length() {
    return samples.length;
  }

  private int grow(double milliseconds) {
    int from = samples.length;
    samples = Arrays.copyOf(samples, from + (int) (milliseconds * RATE / 1_000));
    return from;
  }

  Synthetic rest(double milliseconds) {
    grow(milliseconds);
    return this;
  }

  Synthetic tone(double frequency, double milliseconds) {
    for (int at = grow(milliseconds); at < samples.length; at++) {
      phase += 2 * Math.PI * frequency / RATE;
      samples[at] = LOUD * Math.sin(phase);
    }
    return this;
  }

  /**
   * Syllables of a gliding voice with two resonances that wander, each begun by a hiss; about five
   * of them a second.
   */
  Synthetic speech(double milliseconds) {
    double pitch = 100 + 150 * random.nextDouble();
    int from = grow(milliseconds);
    int syllable = 0;
    double glide = 0;
    double low = 500;
    double high = 1_500;
    double voice = 0;
    for (int at = from; at < samples.length; at++) {
      if (syllable == 0) {
        syllable = (int) (RATE * (0.13 + 0.12 * random.nextDouble()));
        glide = (random.nextDouble() - 0.5) * pitch / syllable * 0.6;
        low = 280 + 500 * random.nextDouble();
        high = 900 + 1_400 * random.nextDouble();
      }
      syllable--;
      pitch = Math.clamp(pitch + glide, 80, 300);
      voice += 2 * Math.PI * pitch / RATE;
      double swell = Math.sin(Math.PI * Math.min(1, (syllable + 1) / (0.15 * RATE)));
      double hiss = syllable > 0.15 * RATE ? 800 * random.nextGaussian() : 0;
      samples[at] = 200 * random.nextGaussian() + hiss + swell * voiced(voice, pitch, low, high);
    }
    return this;
  }

  private static double voiced(double voice, double pitch, double low, double high) {
    double sum = 0;
    for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
      double frequency = harmonic * pitch;
      double gain =
          1 / (1 + square((frequency - low) / 120)) + 0.4 / (1 + square((frequency - high) / 200));
      sum += (gain + 0.08) * Math.sin(harmonic * voice);
    }
    return 2_500 * sum;
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * All of it with white noise under it.
   *
   * @param decibels how much stronger a tone is than the noise
   */
  short[] noisy(double decibels) {
    double noise = LOUD / Math.sqrt(2) / Math.pow(10, decibels / 20);
    short[] heard = new short[samples.length];
    for (int at = 0; at < heard.length; at++) {
      double sample = samples[at] + noise * random.nextGaussian();
      heard[at] = (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return heard;
  }
}
