package io.heyue.brain.model;

/**
 * A table of weights in eight-bit integers, with a scale for each column.
 *
 * <p>Only half of the range is used: processors that multiply unsigned with signed bytes pairwise
 * into sixteen bits would overflow otherwise, and the same file is to give the same answer
 * everywhere [1].
 *
 * <p>[1] ONNX Runtime, Quantize ONNX models, "When and why do I need to try U8U8?",
 * https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html
 */
final class EightBits {
  private static final int MOST = 63;

  private final byte[] values;
  private final float[] scales;

  private EightBits(byte[] values, float[] scales) {
    this.values = values;
    this.scales = scales;
  }

  static EightBits of(Tensor table) {
    int columns = table.columns();
    float[] scales = new float[columns];
    float[] from = table.values();
    for (int index = 0; index < from.length; index++) {
      scales[index % columns] = Math.max(scales[index % columns], Math.abs(from[index]));
    }
    for (int column = 0; column < columns; column++) {
      scales[column] = Math.max(scales[column], 1e-9f) / MOST;
    }
    byte[] values = new byte[from.length];
    for (int index = 0; index < from.length; index++) {
      values[index] = (byte) Math.round(from[index] / scales[index % columns]);
    }
    return new EightBits(values, scales);
  }

  /** In rows, as the table was. */
  byte[] values() {
    return values;
  }

  /** By which the values of each column are multiplied. */
  float[] scales() {
    return scales;
  }
}
