package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import java.util.List;

/**
 * Turns an utterance into features. Rare pieces weigh more, by {@code ln((1 + n) / (1 + d)) + 1}
 * for {@code d} of {@code n} examples; then all are scaled to a length of {@link #SPARSE_LENGTH}.
 * Thread-safe.
 */
final class Vectoriser {
  private static final double SPARSE_LENGTH = 1.0;

  private final SentenceEncoder encoder;
  private final Lang lang;
  private final float[] rarity;

  Vectoriser(SentenceEncoder encoder, Lang lang, float[] rarity) {
    this.encoder = encoder;
    this.lang = lang;
    this.rarity = rarity;
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

  Features features(String plain, String after) {
    return features(plain, after, encoder.encode(plain));
  }

  Features features(String plain, String after, float[] dense) {
    int[] buckets = Pieces.of(plain, after, lang);
    float[] weights = new float[buckets.length];
    double square = 0;
    for (int index = 0; index < buckets.length; index++) {
      weights[index] = rarity[buckets[index]];
      square += (double) weights[index] * weights[index];
    }
    float scale = (float) (SPARSE_LENGTH / Math.max(Math.sqrt(square), 1e-12));
    for (int index = 0; index < weights.length; index++) {
      weights[index] *= scale;
    }
    return new Features(dense, buckets, weights);
  }
}
