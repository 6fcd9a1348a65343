package io.heyue.brain.words;

import io.heyue.brain.words.Traits.Trait;
import io.heyue.core.words.Offence;
import java.util.Arrays;
import java.util.List;

/**
 * A linear head over traits: a logistic function for each offence, and one for whether a sentence
 * is any. Its arrays are written to only while it is fitted.
 */
final class WordHead {
  /** The offence of each column but the last. */
  private static final List<Offence> OFFENCES = List.of(Offence.values());

  /** The column of whether a sentence may not be said at all. */
  static final int ANY = OFFENCES.size();

  static final int COLUMNS = ANY + 1;

  private final float[] weights;
  private final float[] bias;

  WordHead(float[] weights, float[] bias) {
    this.weights = weights;
    this.bias = bias;
  }

  static WordHead blank() {
    return new WordHead(new float[Traits.BUCKETS * COLUMNS], new float[COLUMNS]);
  }

  /** One row of {@link #COLUMNS} a bucket. */
  float[] weights() {
    return weights;
  }

  float[] bias() {
    return bias;
  }

  /** The scores of all columns; above 0 is likelier than not. */
  float[] scores(Trait trait) {
    float[] scores = Arrays.copyOf(bias, COLUMNS);
    for (int index = 0; index < trait.buckets().length; index++) {
      int row = trait.buckets()[index] * COLUMNS;
      float weight = trait.weights()[index];
      for (int column = 0; column < COLUMNS; column++) {
        scores[column] += weights[row + column] * weight;
      }
    }
    return scores;
  }

  static double logistic(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  /** The likeliest offence of {@code scores}. */
  static Offence likeliest(float[] scores) {
    int best = 0;
    for (int column = 1; column < ANY; column++) {
      if (scores[column] > scores[best]) {
        best = column;
      }
    }
    return OFFENCES.get(best);
  }

  static int column(Offence offence) {
    return OFFENCES.indexOf(offence);
  }
}
