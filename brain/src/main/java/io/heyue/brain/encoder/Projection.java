package io.heyue.brain.encoder;

import io.heyue.core.base.Rng;
import java.util.Arrays;
import java.util.List;

/**
 * Shortens a sentence vector: each half along its own axes, so that both views of the sentence keep
 * their say. Thread-safe.
 */
record Projection(Axes first, Axes mean) {

  /** Fits a projection whose halves have {@code count} numbers each. */
  static Projection of(List<float[]> vectors, int count, Rng rng) {
    int half = vectors.getFirst().length / 2;
    List<float[]> firsts =
        vectors.stream().map(vector -> Arrays.copyOfRange(vector, 0, half)).toList();
    List<float[]> means =
        vectors.stream().map(vector -> Arrays.copyOfRange(vector, half, 2 * half)).toList();
    return new Projection(Axes.of(firsts, count, rng), Axes.of(means, count, rng));
  }

  /** The shortened vector, each half of length 1. */
  float[] project(float[] vector) {
    int half = vector.length / 2;
    float[] one = first.project(Arrays.copyOfRange(vector, 0, half));
    float[] other = mean.project(Arrays.copyOfRange(vector, half, vector.length));
    float[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
