package io.heyue.brain.model;

import java.util.Arrays;

/**
 * Numbers in rows, the last dimension running fastest. Whoever makes one gives its array away;
 * nobody writes to it after.
 */
public final class Tensor {
  private final float[] values;
  private final int[] shape;

  private Tensor(float[] values, int[] shape) {
    this.values = values;
    this.shape = shape;
  }

  /**
   * @throws IllegalArgumentException where {@code shape} holds another number of values
   */
  public static Tensor of(float[] values, int... shape) {
    long held = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    if (held != values.length) {
      throw new IllegalArgumentException(
          values.length + " values don't fill the shape " + Arrays.toString(shape) + ".");
    }
    return new Tensor(values, shape.clone());
  }

  public float[] values() {
    return values;
  }

  public int[] shape() {
    return shape.clone();
  }

  /** How many rows it has; the first dimension. */
  public int rows() {
    return shape[0];
  }

  /** How long a row is; 1 where there is only one dimension. */
  public int columns() {
    return shape.length < 2 ? 1 : values.length / shape[0];
  }

  /** This and {@code down} × {@code up}, where this is in × out. */
  Tensor plusProduct(Tensor down, Tensor up) {
    int rank = down.columns();
    int outs = columns();
    float[] sum = values.clone();
    for (int in = 0; in < rows(); in++) {
      for (int inner = 0; inner < rank; inner++) {
        float factor = down.values[in * rank + inner];
        for (int out = 0; out < outs; out++) {
          sum[in * outs + out] += factor * up.values[inner * outs + out];
        }
      }
    }
    return new Tensor(sum, shape.clone());
  }

  /** Some of its rows, in the order that is given. */
  Tensor chosen(int[] rows) {
    int columns = columns();
    float[] some = new float[rows.length * columns];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(values, rows[row] * columns, some, row * columns, columns);
    }
    return new Tensor(some, new int[] {rows.length, columns});
  }

  /** Tables with the same rows beside each other. */
  static Tensor beside(Tensor... parts) {
    int rows = parts[0].rows();
    int columns = Arrays.stream(parts).mapToInt(Tensor::columns).sum();
    float[] all = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      for (Tensor part : parts) {
        System.arraycopy(part.values, row * part.columns(), all, at, part.columns());
        at += part.columns();
      }
    }
    return new Tensor(all, new int[] {rows, columns});
  }

  /** Lists one after the other. */
  static Tensor joined(Tensor... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.values.length).sum();
    float[] all = new float[length];
    int at = 0;
    for (Tensor part : parts) {
      System.arraycopy(part.values, 0, all, at, part.values.length);
      at += part.values.length;
    }
    return new Tensor(all, new int[] {length});
  }
}
