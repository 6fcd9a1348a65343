package io.heyue.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The first layers of an encoder with a head, as they are trained: tables of weights stay as they
 * were and get a product of two narrow ones added [1]; short lists and the head change themselves.
 * The same sums as in {@code brain.model.Graph}. Not thread-safe.
 *
 * <p>[1] Hu et al., LoRA, https://arxiv.org/abs/2106.09685
 */
final class Trunk {
  private static final float TINY = 1e-12f;

  /** What is added counts so much, so that it is learned as fast as the rest. */
  private static final float LOUDNESS = 2;

  private static final String DOWN = ".down";
  private static final String UP = ".up";

  private final Map<String, NDArray> frozen = new LinkedHashMap<>();
  private final Map<String, NDArray> learned = new LinkedHashMap<>();
  private final Map<String, Tensor> before;
  private final Recipe recipe;
  private final int heads;
  private final int width;

  /**
   * Numbers that tables are multiplied by. They live as long as this does: of a bare number the
   * engine keeps no copy for the way back, so that its memory may hold anything by then.
   */
  private final NDArray loudness;

  private final NDArray sharpness;

  /**
   * @param before what was learned before, to go on from; empty to begin with the base alone
   */
  Trunk(NDManager manager, Weights base, Recipe recipe, int answers, Map<String, Tensor> before) {
    this.before = Map.copyOf(before);
    this.recipe = recipe;
    this.heads = base.heads();
    this.width = base.width();
    this.loudness = manager.create(LOUDNESS);
    this.sharpness = manager.create((float) (1 / Math.sqrt((double) width / heads)));
    base.tensors()
        .forEach((name, tensor) -> {
          if (name.startsWith("embeddings.") ? !name.contains("_embeddings") : layer(name)) {
            take(manager, name, tensor);
          }
        });
    take(manager, "embeddings.position_embeddings.weight", base, recipe.longest());
    take(manager, "embeddings.token_type_embeddings.weight", base, 1);
    learn(
        "head.weight",
        manager.randomNormal(0, 0.02f, new Shape(2L * width, answers), DataType.FLOAT32));
    learn("head.bias", manager.zeros(new Shape(answers)));
  }

  private boolean layer(String name) {
    return Integer.parseInt(name.split("\\.", -1)[2]) < recipe.layers();
  }

  private void take(NDManager manager, String name, Tensor tensor) {
    NDArray values = manager.create(tensor.values(), new Shape(longs(tensor.shape())));
    if (tensor.shape().length < 2) {
      learn(name, values);
      return;
    }
    frozen.put(name, values);
    float spread = (float) (1 / Math.sqrt(tensor.rows()));
    learn(
        name + DOWN,
        manager.randomNormal(0, spread, new Shape(tensor.rows(), recipe.rank()), DataType.FLOAT32));
    learn(name + UP, manager.zeros(new Shape(recipe.rank(), tensor.columns())));
  }

  private void take(NDManager manager, String name, Weights base, int rows) {
    float[] first = java.util.Arrays.copyOf(base.get(name).values(), rows * width);
    frozen.put(name, manager.create(first, new Shape(rows, width)));
  }

  private void learn(String name, NDArray fresh) {
    Tensor known = before.get(name);
    if (known != null) {
      float[] numbers = known.values().clone();
      if (name.endsWith(UP)) {
        scale(numbers, 1 / LOUDNESS);
      }
      fresh.set(numbers);
    }
    fresh.setRequiresGradient(true);
    learned.put(name, fresh);
  }

  private static void scale(float[] numbers, float by) {
    for (int index = 0; index < numbers.length; index++) {
      numbers[index] *= by;
    }
  }

  private static long[] longs(int[] shape) {
    return java.util.Arrays.stream(shape).asLongStream().toArray();
  }

  /** What changes while it learns. */
  Map<String, NDArray> learned() {
    return learned;
  }

  /** What was learned, as an adapter keeps it. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    learned.forEach((name, values) -> {
      float[] numbers = values.toFloatArray();
      if (name.endsWith(UP)) {
        scale(numbers, LOUDNESS);
      }
      int[] shape =
          java.util.Arrays.stream(values.getShape().getShape())
              .mapToInt(Math::toIntExact)
              .toArray();
      tensors.put(name, Tensor.of(numbers, shape));
    });
    return tensors;
  }

  /** The scores of each exercise, batch × answers. */
  NDArray scores(Batch batch, boolean training) {
    long tokens = batch.mask().getShape().get(1);
    NDArray state =
        batch
            .embedded()
            .add(get("embeddings.position_embeddings.weight").get("0:" + tokens))
            .add(get("embeddings.token_type_embeddings.weight").get("0:1"));
    state = dropped(normalised(state, "embeddings.LayerNorm"), training);
    // What stands nowhere is so unlikely that nobody attends to it.
    NDArray absent = batch.mask().sub(1).mul(1e9f).expandDims(1).expandDims(1);
    for (int layer = 0; layer < recipe.layers(); layer++) {
      state = layer("encoder.layer." + layer + ".", state, absent, training);
    }
    NDArray mask = batch.mask().expandDims(2);
    NDArray mean = state.mul(mask).sum(new int[] {1}).div(batch.mask().sum(new int[] {1}, true));
    NDArray first = state.get(":, 0");
    NDArray both = dropped(first.concat(mean, 1), training);
    return both.matMul(get("head.weight")).add(get("head.bias"));
  }

  private NDArray layer(String name, NDArray state, NDArray absent, boolean training) {
    String self = name + "attention.self.";
    NDArray asked = split(product(state, self + "query"));
    NDArray keys = split(product(state, self + "key"));
    NDArray values = split(product(state, self + "value"));
    NDArray attention =
        asked.matMul(keys.transpose(0, 1, 3, 2)).mul(sharpness).add(absent).softmax(-1);
    NDArray attended = attention.matMul(values).transpose(0, 2, 1, 3).reshape(state.getShape());
    NDArray rested = dropped(product(attended, name + "attention.output.dense"), training);
    NDArray middle = normalised(state.add(rested), name + "attention.output.LayerNorm");
    NDArray wide = product(middle, name + "intermediate.dense").getNDArrayInternal().gelu();
    NDArray narrow = dropped(product(wide, name + "output.dense"), training);
    return normalised(middle.add(narrow), name + "output.LayerNorm");
  }

  private NDArray split(NDArray state) {
    Shape shape = state.getShape();
    return state.reshape(shape.get(0), shape.get(1), heads, width / heads).transpose(0, 2, 1, 3);
  }

  private NDArray product(NDArray left, String name) {
    String table = name + ".weight";
    NDArray added = left.matMul(get(table + DOWN)).matMul(get(table + UP)).mul(loudness);
    return left.matMul(get(table)).add(get(name + ".bias")).add(added);
  }

  private NDArray normalised(NDArray state, String name) {
    NDList result =
        state
            .getNDArrayInternal()
            .layerNorm(state, new Shape(width), get(name + ".weight"), get(name + ".bias"), TINY);
    return result.singletonOrThrow();
  }

  private NDArray dropped(NDArray state, boolean training) {
    return training
        ? state.getNDArrayInternal().dropout(state, recipe.dropout(), true).singletonOrThrow()
        : state;
  }

  private NDArray get(String name) {
    NDArray found = learned.get(name);
    if (found == null) {
      found = frozen.get(name);
    }
    if (found == null) {
      throw new IllegalArgumentException("Weight " + name + " is not there.");
    }
    return found;
  }

  /**
   * How wrong scores are, by the batch's weights: of a question with one right answer the logistic
   * loss over all of its answers together, by the weight of the first; of another that of each
   * answer by its own weight.
   */
  static NDArray loss(NDArray scores, Batch batch, List<Question> questions) {
    NDArray sum = null;
    int from = 0;
    for (Question question : questions) {
      String columns = ":, " + from + ":" + (from + question.answers().size());
      NDArray own = scores.get(columns);
      NDArray answers = batch.answers().get(columns);
      NDArray weights = batch.weights().get(columns);
      NDArray each =
          question.oneOnly()
              ? own.logSoftmax(1).mul(answers).sum(new int[] {1}).neg().mul(weights.get(":, 0"))
              : logistic(own, answers).mul(weights);
      NDArray loss = each.sum();
      sum = sum == null ? loss : sum.add(loss);
      from += question.answers().size();
    }
    return Objects.requireNonNull(sum, "questions");
  }

  /** max(s, 0) - s·a + ln(1 + e^-|s|), which no score is too large for. */
  private static NDArray logistic(NDArray scores, NDArray answers) {
    return scores
        .getNDArrayInternal()
        .relu()
        .sub(scores.mul(answers))
        .add(scores.abs().neg().exp().add(1).log());
  }
}
