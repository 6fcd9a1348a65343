package io.heyue.voice.recognise.moonshine;

/**
 * Twice as many samples a second: each sample and, between two, what a sinc of 32 samples under a
 * Blackman window says (Smith, Digital Audio Resampling,
 * https://ccrma.stanford.edu/~jos/resample/). Its figures are made once, so that half a minute
 * takes some milliseconds. Pure.
 */
final class Doubling {
  /** Samples at either side. */
  private static final int REACH = 16;

  private static final float LOUDEST = 32_768;

  /** Weights of the samples at a half, one and a half … from the middle. */
  private static final float[] WEIGHTS = weights();

  private Doubling() {}

  private static float[] weights() {
    double[] raw = new double[REACH];
    double sum = 0;
    for (int at = 0; at < REACH; at++) {
      double distance = at + 0.5;
      double share = distance / REACH;
      raw[at] =
          Math.sin(Math.PI * distance)
              / (Math.PI * distance)
              * (0.42 + 0.5 * Math.cos(Math.PI * share) + 0.08 * Math.cos(2 * Math.PI * share));
      sum += 2 * raw[at];
    }
    float[] weights = new float[REACH];
    for (int at = 0; at < REACH; at++) {
      weights[at] = (float) (raw[at] / sum / LOUDEST);
    }
    return weights;
  }

  /**
   * @param samples linear; silence is taken for what lies beside them
   * @param count how many of them
   * @return twice {@code count}, -1 to 1 and a little beyond
   */
  static float[] of(short[] samples, int count) {
    float[] doubled = new float[2 * count];
    for (int at = 0; at < count; at++) {
      doubled[2 * at] = samples[at] / LOUDEST;
      float sum = 0;
      for (int tap = 0; tap < REACH; tap++) {
        int before = at - tap;
        int after = at + 1 + tap;
        sum +=
            WEIGHTS[tap]
                * ((before >= 0 ? samples[before] : 0) + (after < count ? samples[after] : 0));
      }
      doubled[2 * at + 1] = sum;
    }
    return doubled;
  }
}
