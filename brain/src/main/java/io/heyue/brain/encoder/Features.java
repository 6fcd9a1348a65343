package io.heyue.brain.encoder;

/** What a head sees of an utterance: its sentence vector and its letters. */
final class Features {
  private final float[] dense;
  private final int[] buckets;
  private final float[] weights;

  Features(float[] dense, int[] buckets, float[] weights) {
    this.dense = dense;
    this.buckets = buckets;
    this.weights = weights;
  }

  /** The likeness to each sentence of the lexicon. */
  float[] dense() {
    return dense;
  }

  /** The hashed pieces of its letters, ascending, none twice. */
  int[] buckets() {
    return buckets;
  }

  /** How much each piece tells. */
  float[] weights() {
    return weights;
  }
}
