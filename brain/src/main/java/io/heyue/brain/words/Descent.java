package io.heyue.brain.words;

import io.heyue.brain.words.Traits.Trait;
import io.heyue.core.base.Rng;
import java.util.List;

/**
 * Fits a head by stochastic gradient descent with a step for each weight [1] on the logistic loss,
 * in an order that the seed decides. The classes that are and are not forbidden weigh the same.
 *
 * <p>[1] Duchi, Hazan, Singer, Adaptive Subgradient Methods,
 * https://jmlr.org/papers/v12/duchi11a.html
 */
final class Descent {
  private static final int ROUNDS = 6;
  private static final double STEP = 0.5;
  private static final double PENALTY = 2e-6;

  private final List<Lesson> lessons;
  private final List<Trait> traits;
  private final WordHead head = WordHead.blank();
  private final float[] squares = new float[Traits.BUCKETS * WordHead.COLUMNS];
  private final float[] biasSquares = new float[WordHead.COLUMNS];
  private final float forbiddenWeight;
  private final float permittedWeight;

  private Descent(List<Lesson> lessons, List<Trait> traits) {
    this.lessons = lessons;
    this.traits = traits;
    double forbidden = 0;
    double permitted = 0;
    for (Lesson lesson : lessons) {
      if (lesson.offence().isPresent()) {
        forbidden += lesson.weight();
      } else {
        permitted += lesson.weight();
      }
    }
    double all = forbidden + permitted;
    this.forbiddenWeight = (float) (all / (2 * Math.max(forbidden, 1)));
    this.permittedWeight = (float) (all / (2 * Math.max(permitted, 1)));
  }

  static WordHead fit(List<Lesson> lessons, List<Trait> traits, Rng rng) {
    Descent descent = new Descent(lessons, traits);
    int[] order = new int[lessons.size()];
    for (int index = 0; index < order.length; index++) {
      order[index] = index;
    }
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, rng);
      for (int index : order) {
        descent.learn(index);
      }
    }
    return descent.head;
  }

  private static void shuffle(int[] order, Rng rng) {
    for (int index = order.length - 1; index > 0; index--) {
      int other = rng.nextInt(index + 1);
      int kept = order[index];
      order[index] = order[other];
      order[other] = kept;
    }
  }

  private void learn(int index) {
    Lesson lesson = lessons.get(index);
    Trait trait = traits.get(index);
    float[] scores = head.scores(trait);
    int truth = lesson.offence().map(WordHead::column).orElse(-1);
    float weight = lesson.weight() * (truth >= 0 ? forbiddenWeight : permittedWeight);
    for (int column = 0; column < WordHead.COLUMNS; column++) {
      boolean is = column == WordHead.ANY ? truth >= 0 : truth == column;
      double wrong = weight * (WordHead.logistic(scores[column]) - (is ? 1 : 0));
      if (Math.abs(wrong) < 1e-4) {
        continue;
      }
      step(trait, column, wrong);
    }
  }

  private void step(Trait trait, int column, double wrong) {
    for (int index = 0; index < trait.buckets().length; index++) {
      int at = trait.buckets()[index] * WordHead.COLUMNS + column;
      double slope = wrong * trait.weights()[index] + PENALTY * head.weights()[at];
      squares[at] += (float) (slope * slope);
      head.weights()[at] -= (float) (STEP * slope / (Math.sqrt(squares[at]) + 1e-6));
    }
    biasSquares[column] += (float) (wrong * wrong);
    head.bias()[column] -= (float) (STEP * 0.2 * wrong / (Math.sqrt(biasSquares[column]) + 1e-6));
  }
}
