package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import java.util.List;

/**
 * Turns an utterance into features: its likeness to the lexicon's sentences, and its hashed pieces.
 * Rare pieces weigh more, by {@code ln((1 + n) / (1 + d)) + 1} for {@code d} of {@code n} examples;
 * then all are scaled to a length of 1. Thread-safe.
 */
final class Vectoriser {
  private final Lang lang;
  private final Projection projection;
  private final Neighbours neighbours;
  private final float[] rarity;

  Vectoriser(Lang lang, Projection projection, Neighbours neighbours, float[] rarity) {
    this.lang = lang;
    this.projection = projection;
    this.neighbours = neighbours;
    this.rarity = rarity;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  float[] rarity() {
    return rarity;
  }

  static float[] rarity(List<Example> examples, Lang lang) {
    int[] holders = new int[Pieces.BUCKETS];
    for (Example example : examples) {
      for (int bucket : Pieces.of(PlainText.of(example.text()), example.after(), lang)) {
        holders[bucket]++;
      }
    }
    float[] rarity = new float[Pieces.BUCKETS];
    for (int bucket = 0; bucket < rarity.length; bucket++) {
      rarity[bucket] = (float) (Math.log((1.0 + examples.size()) / (1 + holders[bucket])) + 1);
    }
    return rarity;
  }

  /** The features of an utterance that the encoder has turned into {@code vector}. */
  Features features(String plain, String after, float[] vector) {
    return projected(plain, after, projection.project(vector));
  }

  /** The features of an utterance whose vector has been projected already. */
  Features projected(String plain, String after, float[] projected) {
    int[] buckets = Pieces.of(plain, after, lang);
    float[] weights = new float[buckets.length];
    for (int index = 0; index < buckets.length; index++) {
      weights[index] = rarity[buckets[index]];
    }
    Dot.normalise(weights);
    return new Features(neighbours.see(projected, after), buckets, weights);
  }
}
