package io.heyue.learn;

import io.heyue.core.base.Lang;

/**
 * How a model is trained.
 *
 * @param layers how many of the base's first layers are used
 * @param rank of what is added to each table of weights
 * @param rounds how often all exercises are gone through at most
 * @param batch exercises a step
 * @param step by how much weights change at most in one step
 * @param dropout share of numbers that are left out at each layer
 * @param longest tokens of an exercise; the rest is cut off
 */
record Recipe(int layers, int rank, int rounds, int batch, float step, float dropout, int longest) {

  static Recipe words(Lang lang) {
    return switch (lang) {
      case ZH -> new Recipe(3, 16, 4, 32, 5e-4f, 0.1f, 96);
      case EN -> new Recipe(4, 16, 5, 32, 5e-4f, 0.1f, 96);
    };
  }

  static Recipe speech(Lang lang) {
    return switch (lang) {
      case ZH -> new Recipe(4, 16, 6, 32, 1e-3f, 0.1f, 96);
      case EN -> new Recipe(7, 16, 5, 32, 1e-3f, 0.1f, 96);
    };
  }

  /**
   * The same for what goes on from what was learned: that is near already, so that half the rounds
   * with half the step do.
   */
  Recipe onward() {
    return new Recipe(layers, rank, Math.max(1, rounds / 2), batch, step / 2, dropout, longest);
  }

  /** The same with what is above 0 in place of its own. */
  Recipe with(int layers, int rank, int rounds, float step) {
    return new Recipe(
        layers > 0 ? layers : this.layers,
        rank > 0 ? rank : this.rank,
        rounds > 0 ? rounds : this.rounds,
        batch,
        step > 0 ? step : this.step,
        dropout,
        longest);
  }
}
