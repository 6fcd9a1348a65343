package io.heyue.voice.hear;

import java.util.Random;

/** Sound for tests, the same for the same seed. */
final class Noise {
  private Noise() {}

  /** As loud at every frequency. */
  static short[] white(Random random, int length, double loudness) {
    short[] samples = new short[length];
    for (int at = 0; at < length; at++) {
      samples[at] = clipped(loudness * random.nextGaussian());
    }
    return samples;
  }

  /** Louder where it is lower, as a car or a room: white noise through a leaky sum. */
  static short[] brown(Random random, int length, double loudness) {
    short[] samples = new short[length];
    double leak = 0.95;
    double level = 0;
    for (int at = 0; at < length; at++) {
      level = leak * level + random.nextGaussian();
      samples[at] = clipped(loudness * Math.sqrt(1 - leak * leak) * level);
    }
    return samples;
  }

  /** Tones together, each as loud as {@code loudness} at its peak. */
  static short[] tones(int rate, int length, double loudness, double... hertz) {
    short[] samples = new short[length];
    for (int at = 0; at < length; at++) {
      double sum = 0;
      for (double each : hertz) {
        sum += Math.sin(2 * Math.PI * each * at / rate);
      }
      samples[at] = clipped(loudness * sum);
    }
    return samples;
  }

  /** Adds a sound to another from a sample on. */
  static void add(short[] to, short[] sound, int from) {
    for (int at = 0; at < sound.length; at++) {
      to[from + at] = clipped(to[from + at] + sound[at]);
    }
  }

  /** Root of the mean square. */
  static double loudness(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  static short clipped(double sample) {
    return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
