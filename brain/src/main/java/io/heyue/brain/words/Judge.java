package io.heyue.brain.words;

import io.heyue.brain.model.Encoder;
import io.heyue.core.words.Offence;
import io.heyue.core.words.WordSense.Sensed;
import java.util.List;
import java.util.Optional;

/** The linear head and the encoder of one language, together. Thread-safe. */
final class Judge {
  private static final List<Offence> OFFENCES = List.of(Offence.values());

  /** Below this share of the threshold it is sure that a sentence may be said. */
  private static final double SURE = 0.45;

  private final WordHeads heads;
  private final Encoder encoder;

  Judge(WordHeads heads, Encoder encoder) {
    this.heads = heads;
    this.encoder = encoder;
  }

  Optional<Sensed> sense(String sentence) {
    float[] linear = heads.scores(sentence);
    float[] deep = encoder.scores(sentence);
    double likely = likely(linear, deep);
    return likely < heads.threshold()
        ? Optional.empty()
        : Optional.of(new Sensed(likeliest(linear, deep), likely));
  }

  /** How far a clause is to blame, by the linear head alone. */
  double blame(String clause) {
    return WordHead.logistic(heads.scores(clause)[WordHead.ANY]);
  }

  /** Whether a sentence may be said whatever words are in it. */
  boolean clears(String sentence) {
    return likely(sentence) < SURE * heads.threshold();
  }

  double likely(String sentence) {
    return likely(heads.scores(sentence), encoder.scores(sentence));
  }

  private double likely(float[] linear, float[] deep) {
    return WordHead.logistic(heads.blend().score(linear[WordHead.ANY], deep[WordHead.ANY]));
  }

  private Offence likeliest(float[] linear, float[] deep) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < WordHead.ANY; column++) {
      double score = heads.blend().score(linear[column], deep[column]);
      if (score > most) {
        most = score;
        best = column;
      }
    }
    return OFFENCES.get(best);
  }

  WordHeads heads() {
    return heads;
  }
}
