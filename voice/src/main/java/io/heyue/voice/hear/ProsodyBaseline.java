package io.heyue.voice.hear;

import io.heyue.voice.audio.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How somebody spoke in their own first seconds: what is loud for one is quiet for another, and a
 * line adds its own. Immutable and thread-safe.
 */
public final class ProsodyBaseline {
  /** Pieces of speech that it takes; of fewer nobody can tell how they differ. */
  static final int LEAST = 3;

  /**
   * Standard deviations that are taken at least, so that who began evenly isn't found excited at
   * the first word: about what is heard as a difference at all, in the order of {@link
   * ProsodyMeasure}: semitones, semitones, decibels, decibels, syllables a second, share.
   */
  private static final double[] SMALLEST = {1, 1.5, 2, 2, 0.4, 0.1};

  private final double[] means;
  private final double[] deviations;

  private ProsodyBaseline(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /**
   * Of what somebody said first, an utterance or several; 5 s of speech are enough.
   *
   * @return empty where it is too little
   */
  public static Optional<ProsodyBaseline> find(List<Sound> first) {
    List<double[]> values = new ArrayList<>();
    for (Sound sound : first) {
      Prosody.pieces(sound).forEach(piece -> values.add(piece.values()));
    }
    if (values.size() < LEAST) {
      return Optional.empty();
    }
    double[] means = new double[SMALLEST.length];
    double[] deviations = new double[SMALLEST.length];
    Arrays.setAll(
        means, at -> values.stream().mapToDouble(value -> value[at]).average().orElseThrow());
    Arrays.setAll(deviations, at -> Math.max(SMALLEST[at], deviation(values, at, means[at])));
    return Optional.of(new ProsodyBaseline(means, deviations));
  }

  private static double deviation(List<double[]> values, int at, double mean) {
    double squares =
        values.stream().mapToDouble(value -> (value[at] - mean) * (value[at] - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }

  /** How a piece of speech differs from it. */
  public ProsodyFeatures of(ProsodyMeasure measure) {
    double[] scores = measure.values();
    Arrays.setAll(scores, at -> (scores[at] - means[at]) / deviations[at]);
    return new ProsodyFeatures(scores[0], scores[1], scores[2], scores[3], scores[4], scores[5]);
  }
}
