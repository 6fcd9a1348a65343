package io.heyue.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.heyue.brain.model.Tensor;
import java.util.List;

/**
 * Some exercises beside each other, padded to the longest of them.
 *
 * @param embedded what the published table says of each token, batch × tokens × width
 * @param mask 1 where a token stands, 0 where none does, batch × tokens
 * @param answers batch × answers
 * @param weights batch × answers; together as much as those of one exercise
 */
record Batch(NDArray embedded, NDArray mask, NDArray answers, NDArray weights) {

  /**
   * @param ids the tokens of each exercise, in the same order
   * @param table tokens × width
   */
  static Batch of(List<Exercise> exercises, List<long[]> ids, Tensor table, NDManager manager) {
    int size = exercises.size();
    int longest = ids.stream().mapToInt(each -> each.length).max().orElse(1);
    int width = table.columns();
    int columns = exercises.getFirst().answers().length;
    float[] embedded = new float[size * longest * width];
    float[] mask = new float[size * longest];
    float[] answers = new float[size * columns];
    float[] weights = new float[size * columns];
    for (int row = 0; row < size; row++) {
      long[] tokens = ids.get(row);
      for (int at = 0; at < tokens.length; at++) {
        int place = row * longest + at;
        mask[place] = 1;
        System.arraycopy(table.values(), (int) tokens[at] * width, embedded, place * width, width);
      }
      Exercise exercise = exercises.get(row);
      System.arraycopy(exercise.answers(), 0, answers, row * columns, columns);
      for (int column = 0; column < columns; column++) {
        weights[row * columns + column] = exercise.weights()[column] / size;
      }
    }
    return new Batch(
        manager.create(embedded, new Shape(size, longest, width)),
        manager.create(mask, new Shape(size, longest)),
        manager.create(answers, new Shape(size, columns)),
        manager.create(weights, new Shape(size, columns)));
  }
}
