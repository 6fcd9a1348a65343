package io.heyue.learn;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Weights;

/** Whether training can go on from what was learned before. */
final class Onward {
  private static final String WIDE = "embeddings.LayerNorm.weight";
  private static final String RANKED = "encoder.layer.0.attention.self.query.weight.down";

  private Onward() {}

  /**
   * @throws IllegalArgumentException where it can't
   */
  static void check(Adapter before, Curriculum curriculum, Recipe recipe, Weights base) {
    String answers = String.join(" ", curriculum.answers());
    if (!before.provenance().getOrDefault("base", "").equals(base.hash())) {
      throw refused("another published encoder lies under it");
    }
    if (!before.provenance().getOrDefault("answers", "").equals(answers)) {
      throw refused("it answers other questions");
    }
    Tensor ranked = before.tensors().get(RANKED);
    if (ranked == null || !before.tensors().containsKey(WIDE)) {
      throw refused("it holds no first layer");
    }
    if (ranked.columns() != recipe.rank()) {
      throw refused("its rank is " + ranked.columns() + ", wanted is " + recipe.rank());
    }
    if (before.layers() != recipe.layers()) {
      throw refused("it has " + before.layers() + " layers, wanted are " + recipe.layers());
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "Training can't go on from what was learned: " + why + ". Maybe leave --onward out.");
  }
}
