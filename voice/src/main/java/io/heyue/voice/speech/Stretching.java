package io.heyue.voice.speech;

import io.heyue.voice.audio.Sound;

/**
 * Speech at another pace with its pitch as it was: pieces of 30 ms under a Hann window are laid
 * over each other by half, each taken from where it goes on best from the one before (WSOLA:
 * Verhelst and Roelands, ICASSP 1993).
 */
final class Stretching {
  private static final double PIECE = 0.03;

  /** How far a piece may be taken from its place, in seconds. */
  private static final double REACH = 0.008;

  private Stretching() {}

  static Sound of(Sound sound, double pace) {
    short[] in = sound.samples();
    int half = (int) (sound.rate() * PIECE / 2);
    if (pace == 1 || in.length < 4 * half) {
      return sound;
    }
    int reach = (int) (sound.rate() * REACH);
    int length = (int) (in.length / pace);
    double[] out = new double[length + 2 * half];
    int taken = 0;
    for (int at = -half; at < length; at += half) {
      int place = (int) (at * pace);
      int from = at < 0 ? -half : best(in, taken + half, place, half, reach);
      for (int step = 0; step < 2 * half; step++) {
        int source = from + step;
        int target = at + step;
        if (source >= 0 && source < in.length && target >= 0) {
          out[target] += in[source] * (0.5 - 0.5 * Math.cos(Math.PI * (step + 0.5) / half));
        }
      }
      taken = from;
    }
    short[] samples = new short[length];
    for (int at = 0; at < length; at++) {
      samples[at] = Levels.whole(out[at]);
    }
    return new Sound(sound.rate(), samples);
  }

  /** Where, near its place, the sound is most like what would have come next by itself. */
  private static int best(short[] in, int next, int place, int half, int reach) {
    int best = place;
    double most = Double.NEGATIVE_INFINITY;
    for (int from = place - reach; from <= place + reach; from++) {
      double alike = alike(in, next, from, half);
      if (alike > most) {
        most = alike;
        best = from;
      }
    }
    return best;
  }

  /** Their correlation over half a piece, of every other sample. */
  private static double alike(short[] in, int one, int other, int half) {
    int from = Math.max(0, -Math.min(one, other));
    int to = Math.min(half, in.length - Math.max(one, other));
    double both = 0;
    double first = 1;
    double second = 1;
    for (int step = from; step < to; step += 2) {
      double left = in[one + step];
      double right = in[other + step];
      both += left * right;
      first += left * left;
      second += right * right;
    }
    return both / Math.sqrt(first * second);
  }
}
