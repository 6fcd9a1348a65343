package io.heyue.voice.speech;

import io.heyue.voice.audio.Sound;

/** How loud sound is. */
final class Levels {
  /** Frames of 20 ms. */
  private static final int FRAMES = 50;

  /** Frames this much below the loudest are pauses: 30 dB. */
  private static final double PAUSE = 0.0316;

  /** No sound is made louder or softer than by 12 dB. */
  private static final double MOST = 4;

  /** The loudest sample that a change of level may make. */
  private static final double PEAK = 30_000;

  private Levels() {}

  /** The root mean square of what is no pause; 0 where nothing is heard. */
  static double of(Sound sound) {
    short[] samples = sound.samples();
    int length = Math.max(1, sound.rate() / FRAMES);
    double[] power = new double[(samples.length + length - 1) / length];
    double loudest = 0;
    for (int frame = 0; frame < power.length; frame++) {
      int to = Math.min(samples.length, (frame + 1) * length);
      for (int at = frame * length; at < to; at++) {
        power[frame] += (double) samples[at] * samples[at] / (to - frame * length);
      }
      loudest = Math.max(loudest, power[frame]);
    }
    double sum = 0;
    int heard = 0;
    for (double each : power) {
      if (each > 0 && each >= loudest * PAUSE * PAUSE) {
        sum += each;
        heard++;
      }
    }
    return heard == 0 ? 0 : Math.sqrt(sum / heard);
  }

  /** The same as loud as {@code level}, as far as it isn't cut off by that. */
  static Sound at(Sound sound, double level) {
    double own = of(sound);
    if (own == 0) {
      return sound;
    }
    int peak = 1;
    for (short sample : sound.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double gain = Math.clamp(level / own, 1 / MOST, MOST);
    return times(sound, gain > 1 ? Math.max(1, Math.min(gain, PEAK / peak)) : gain);
  }

  static Sound times(Sound sound, double gain) {
    if (gain == 1) {
      return sound;
    }
    short[] samples = sound.samples();
    for (int at = 0; at < samples.length; at++) {
      samples[at] = whole(samples[at] * gain);
    }
    return new Sound(sound.rate(), samples);
  }

  static short whole(double sample) {
    return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
