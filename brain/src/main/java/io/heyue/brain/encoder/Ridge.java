package io.heyue.brain.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a head by kernel ridge regression [1]: solves {@code (K + λ I) A = Y} by a Cholesky factor,
 * where K is the likeness of the examples in both views added up and Y is 1 for the right class.
 * Exact, without chance and without rounds; about n³ / 6 multiplications for n examples.
 *
 * <p>[1] Saunders, Gammerman, Vovk, Ridge Regression Learning Algorithm in Dual Variables,
 * https://eprints.soton.ac.uk/258942/
 */
final class Ridge {
  private static final float PENALTY = 0.4f;

  /** Columns taken from all others together, while they are in the cache; a multiple of 4. */
  private static final int BLOCK = 64;

  private final int size;
  private final List<Features> examples;

  /** The lower triangle of the kernel, then of its factor. */
  private final float[][] lower;

  private Ridge(List<Features> examples) {
    this.examples = examples;
    this.size = examples.size();
    this.lower = new float[size][];
  }

  /**
   * A head fitted to {@code examples}, whose dense features must be their likeness to one another
   * in the same order.
   */
  static Head fit(List<Features> examples, int[] labels, int classes) {
    return new Ridge(examples).fit(labels, classes);
  }

  private Head fit(int[] labels, int classes) {
    IntStream.range(0, size).parallel().forEach(row -> lower[row] = kernelRow(row));
    for (int start = 0; start < size; start += BLOCK) {
      int end = Math.min(size, start + BLOCK);
      factorise(start, end);
      spread(start, end);
    }
    float[][] shares = new float[size][classes];
    for (int row = 0; row < size; row++) {
      Arrays.fill(shares[row], -1f / classes);
      shares[row][labels[row]] += 1;
    }
    substitute(shares);
    return head(shares, classes);
  }

  private float[] kernelRow(int row) {
    Features own = examples.get(row);
    float[] scattered = new float[Pieces.BUCKETS];
    for (int index = 0; index < own.buckets().length; index++) {
      scattered[own.buckets()[index]] = own.weights()[index];
    }
    float[] line = new float[row + 1];
    for (int column = 0; column <= row; column++) {
      Features other = examples.get(column);
      float shared = 0;
      for (int index = 0; index < other.buckets().length; index++) {
        shared += scattered[other.buckets()[index]] * other.weights()[index];
      }
      line[column] = shared + own.dense()[column];
    }
    line[row] += PENALTY;
    return line;
  }

  /** Finishes the columns {@code [start, end)} of all rows, from which all earlier were taken. */
  private void factorise(int start, int end) {
    for (int row = start; row < end; row++) {
      eliminate(row, start, row);
      float rest = lower[row][row] - Dot.of(lower[row], lower[row], start, row);
      lower[row][row] = (float) Math.sqrt(Math.max(rest, 1e-6f));
    }
    IntStream.range(end, size).parallel().forEach(row -> eliminate(row, start, end));
  }

  private void eliminate(int row, int start, int end) {
    float[] line = lower[row];
    for (int column = start; column < end; column++) {
      float rest = line[column] - Dot.of(line, lower[column], start, column);
      line[column] = rest / lower[column][column];
    }
  }

  /**
   * Takes the finished columns from all that follow. The loops run along rows, four columns at
   * once, so that the processor works on eight numbers in one step.
   */
  private void spread(int start, int end) {
    float[][] columns = new float[BLOCK][size];
    for (int column = start; column < end; column++) {
      for (int row = end; row < size; row++) {
        columns[column - start][row] = lower[row][column];
      }
    }
    IntStream.range(end, size)
        .parallel()
        .forEach(row -> {
          for (int place = 0; place < end - start; place += 4) {
            spread(lower[row], start + place, columns, place, end);
          }
        });
  }

  private static void spread(float[] line, int from, float[][] columns, int place, int start) {
    float a = line[from];
    float b = line[from + 1];
    float c = line[from + 2];
    float d = line[from + 3];
    float[] first = columns[place];
    float[] second = columns[place + 1];
    float[] third = columns[place + 2];
    float[] fourth = columns[place + 3];
    for (int index = start; index < line.length; index++) {
      line[index] -= a * first[index] + b * second[index] + c * third[index] + d * fourth[index];
    }
  }

  /** Solves in place: first with the factor, then with its transpose. */
  private void substitute(float[][] shares) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        Sums.add(shares[row], -lower[row][column], shares[column]);
      }
      divide(shares[row], lower[row][row]);
    }
    for (int row = size - 1; row >= 0; row--) {
      divide(shares[row], lower[row][row]);
      for (int column = 0; column < row; column++) {
        Sums.add(shares[column], -lower[row][column], shares[row]);
      }
    }
  }

  private static void divide(float[] values, float by) {
    for (int index = 0; index < values.length; index++) {
      values[index] /= by;
    }
  }

  private Head head(float[][] shares, int classes) {
    Head head = Head.blank(classes, size);
    for (int row = 0; row < size; row++) {
      Features example = examples.get(row);
      System.arraycopy(shares[row], 0, head.dense()[row], 0, classes);
      for (int index = 0; index < example.buckets().length; index++) {
        Sums.add(head.sparse()[example.buckets()[index]], example.weights()[index], shares[row]);
      }
    }
    return head;
  }
}
