package io.heyue.learn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Tokens;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Rng;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Goes through exercises round by round, by Adam with a step that grows at first and shrinks to the
 * end [1], and keeps what did best on the exercises that were held back. The same seed gives the
 * same result on the same processor and number of threads.
 *
 * <p>[1] Loshchilov, Hutter, Decoupled Weight Decay Regularization,
 * https://arxiv.org/abs/1711.05101
 */
final class Course {
  /** Rounds without getting better, after which it stops. */
  private static final int PATIENCE = 2;

  /** Share of all steps over which the step grows. */
  private static final double RISING = 0.06;

  /** The whole gradient is never longer, so that one odd batch spoils nothing. */
  private static final float STEEPEST = 1;

  /** Exercises of about the same length go together, out of this many batches. */
  private static final int SORTED = 20;

  private final Curriculum curriculum;
  private final Recipe recipe;
  private final Tensor table;
  private final List<long[]> learned;
  private final List<long[]> held;
  private final Rng rng;
  private final Progress progress;

  Course(
      Curriculum curriculum,
      Recipe recipe,
      Weights base,
      Tokens tokens,
      Rng rng,
      Progress progress) {
    this.curriculum = curriculum;
    this.recipe = recipe;
    this.table = base.get("embeddings.word_embeddings.weight");
    this.learned = ids(curriculum.learned(), tokens);
    this.held = ids(curriculum.held(), tokens);
    this.rng = rng;
    this.progress = progress;
  }

  private List<long[]> ids(List<Exercise> exercises, Tokens tokens) {
    return exercises.stream()
        .map(each -> tokens.of(each.before(), each.text(), recipe.longest()))
        .toList();
  }

  /** What was learned from the base alone. */
  Map<String, Tensor> run(Weights base) {
    return run(base, Map.of());
  }

  /**
   * What was learned.
   *
   * @param before what was learned before, to go on from; empty to begin with the base alone
   */
  Map<String, Tensor> run(Weights base, Map<String, Tensor> before) {
    Engine engine = Engine.getInstance();
    engine.setRandomSeed(Math.toIntExact(rng.seed() & 0x7fffffff));
    try (NDManager manager = NDManager.newBaseManager()) {
      Trunk trunk = new Trunk(manager, base, recipe, curriculum.answers().size(), before);
      int steps = recipe.rounds() * batches();
      Optimizer optimizer =
          Optimizer.adamW().optLearningRateTracker((_, step) -> pace(step, steps)).build();
      Map<String, Tensor> best = trunk.tensors();
      double least = Double.POSITIVE_INFINITY;
      int since = 0;
      progress.start(steps);
      for (int round = 0; round < recipe.rounds() && since < PATIENCE; round++) {
        double seen = round(trunk, optimizer, manager);
        double unseen = wrong(trunk, manager);
        progress.round(round + 1, seen, unseen);
        since++;
        if (unseen < least) {
          least = unseen;
          best = trunk.tensors();
          since = 0;
        }
      }
      return best;
    }
  }

  /** About how many batches a round has. */
  private int batches() {
    double met = curriculum.learned().stream().mapToDouble(Exercise::share).sum();
    return (int) Math.ceil(met / recipe.batch());
  }

  private float pace(int step, int steps) {
    double up = (step + 1) / (RISING * steps);
    double down = 1 - (double) step / steps;
    return (float) (recipe.step() * Math.min(1, up) * Math.max(0.02, down));
  }

  private double round(Trunk trunk, Optimizer optimizer, NDManager manager) {
    double sum = 0;
    List<int[]> batches = shuffled();
    for (int[] rows : batches) {
      try (NDManager step = manager.newSubManager()) {
        Batch batch = batch(curriculum.learned(), learned, rows, step);
        NDArray loss;
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
          loss = Trunk.loss(trunk.scores(batch, true), batch, curriculum.questions());
          gradients.backward(loss);
        }
        sum += loss.getFloat();
        improve(trunk, optimizer, step);
      }
      progress.step();
    }
    return sum / batches.size();
  }

  /**
   * @throws IllegalStateException where the gradient is no number any more: nothing that follows
   *     would be worth keeping
   */
  private static void improve(Trunk trunk, Optimizer optimizer, NDManager step) {
    float squares = 0;
    for (NDArray values : trunk.learned().values()) {
      NDArray gradient = values.getGradient();
      gradient.attach(step);
      squares += gradient.square().sum().getFloat();
    }
    if (!Float.isFinite(squares)) {
      throw new IllegalStateException(
          "Training ran away: the gradient is " + squares + ". Maybe take a smaller --step.");
    }
    float shortened = (float) Math.min(1, STEEPEST / (Math.sqrt(squares) + 1e-9));
    trunk
        .learned()
        .forEach((name, values) -> {
          NDArray gradient = values.getGradient();
          gradient.attach(step);
          optimizer.update(name, values, gradient.mul(shortened));
          // The engine would add the next gradient to it.
          gradient.subi(gradient);
        });
  }

  /**
   * How wrong it is about the exercises that it doesn't learn from: where the first question has
   * one right answer, the share of wrong ones, since a model may become surer than it should, which
   * is set right afterwards, while it still gets better; else the loss.
   */
  private double wrong(Trunk trunk, NDManager manager) {
    Question first = curriculum.questions().getFirst();
    double sum = 0;
    int[] order =
        IntStream.range(0, held.size())
            .boxed()
            .sorted(Comparator.comparingInt(row -> held.get(row).length))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int[] rows : parts(order)) {
      try (NDManager step = manager.newSubManager()) {
        Batch batch = batch(curriculum.held(), held, rows, step);
        NDArray scores = trunk.scores(batch, false);
        sum +=
            first.oneOnly()
                ? wrong(scores, batch, first.answers().size())
                : rows.length
                    * (double) Trunk.loss(scores, batch, curriculum.questions()).getFloat();
      }
    }
    return sum / Math.max(1, held.size());
  }

  private static long wrong(NDArray scores, Batch batch, int answers) {
    String columns = ":, 0:" + answers;
    NDArray given = scores.get(columns).argMax(1);
    return given.neq(batch.answers().get(columns).argMax(1)).countNonzero().getLong();
  }

  private Batch batch(List<Exercise> from, List<long[]> ids, int[] rows, NDManager step) {
    List<Exercise> exercises = IntStream.of(rows).mapToObj(from::get).toList();
    return Batch.of(exercises, IntStream.of(rows).mapToObj(ids::get).toList(), table, step);
  }

  private List<int[]> shuffled() {
    int[] order =
        IntStream.range(0, learned.size())
            .filter(row -> rng.nextDouble() < curriculum.learned().get(row).share())
            .toArray();
    shuffle(order);
    int stretch = SORTED * recipe.batch();
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += stretch) {
      int[] part =
          IntStream.of(order)
              .skip(from)
              .limit(stretch)
              .boxed()
              .sorted(Comparator.comparingInt(row -> learned.get(row).length))
              .mapToInt(Integer::intValue)
              .toArray();
      batches.addAll(parts(part));
    }
    int[] turn = IntStream.range(0, batches.size()).toArray();
    shuffle(turn);
    return IntStream.of(turn).mapToObj(batches::get).toList();
  }

  private List<int[]> parts(int[] order) {
    List<int[]> parts = new ArrayList<>();
    for (int from = 0; from < order.length; from += recipe.batch()) {
      parts.add(
          java.util.Arrays.copyOfRange(order, from, Math.min(order.length, from + recipe.batch())));
    }
    return parts;
  }

  private void shuffle(int[] order) {
    for (int index = order.length - 1; index > 0; index--) {
      int other = rng.nextInt(index + 1);
      int kept = order[index];
      order[index] = order[other];
      order[other] = kept;
    }
  }
}
