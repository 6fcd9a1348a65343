package io.heyue.voice.hear;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Frames of many lines that the model judges together, in memory that is used again and again. One
 * thread's; not thread-safe.
 */
final class SpeechBatch implements AutoCloseable {
  /** The same memory, as tensors for so many lines. */
  private record Shape(
      OnnxTensor input, OnnxTensor state, OnnxTensor output, OnnxTensor stateAfter) {
    void close() {
      input.close();
      state.close();
      output.close();
      stateAfter.close();
    }
  }

  private static final int LAYERS = 2;
  private static final int WIDTH = SpeechModel.STATE_SIZE / LAYERS;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final OnnxTensor rate;
  private final FloatBuffer input;
  private final FloatBuffer state;
  private final FloatBuffer output;
  private final FloatBuffer stateAfter;
  private final @Nullable Shape[] shapes;

  SpeechBatch(OrtEnvironment environment, OrtSession session, OnnxTensor rate, int most) {
    this.environment = environment;
    this.session = session;
    this.rate = rate;
    this.input = floats(most * SpeechModel.INPUT_SIZE);
    this.state = floats(most * SpeechModel.STATE_SIZE);
    this.output = floats(most);
    this.stateAfter = floats(most * SpeechModel.STATE_SIZE);
    this.shapes = new Shape[most + 1];
  }

  /** Outside the heap, so that the model reads it where it is. */
  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /**
   * Judges the frame that each line has read, and moves on what the model remembers of it. The
   * model wants a layer of all lines, then the other.
   *
   * @throws HearingFailure where the model fails
   */
  void score(List<SpeechLine> lines) {
    int count = lines.size();
    for (int line = 0; line < count; line++) {
      SpeechLine each = lines.get(line);
      input.put(line * SpeechModel.INPUT_SIZE, each.input);
      for (int layer = 0; layer < LAYERS; layer++) {
        state.put((layer * count + line) * WIDTH, each.state, layer * WIDTH, WIDTH);
      }
    }
    run(count);
    for (int line = 0; line < count; line++) {
      for (int layer = 0; layer < LAYERS; layer++) {
        stateAfter.get((layer * count + line) * WIDTH, lines.get(line).state, layer * WIDTH, WIDTH);
      }
    }
  }

  /** What was said of the {@code line}-th of those that were scored last. */
  double probability(int line) {
    return Math.clamp(output.get(line), 0, 1);
  }

  private void run(int count) {
    try {
      Shape shape = shape(count);
      // What is pinned is written where it is; the result owns none of it.
      session
          .run(
              Map.of("input", shape.input, "state", shape.state, "sr", rate),
              Set.of(),
              Map.of("output", shape.output, "stateN", shape.stateAfter))
          .close();
    } catch (OrtException fault) {
      throw new HearingFailure(
          "Speech model %s failed on %d frames.".formatted(SpeechModel.FILE, count), fault);
    }
  }

  private Shape shape(int count) throws OrtException {
    Shape shape = shapes[count];
    if (shape == null) {
      long[] states = {LAYERS, count, WIDTH};
      shape =
          new Shape(
              tensor(input, count * SpeechModel.INPUT_SIZE, count, SpeechModel.INPUT_SIZE),
              tensor(state, count * SpeechModel.STATE_SIZE, states),
              tensor(output, count, count, 1),
              tensor(stateAfter, count * SpeechModel.STATE_SIZE, states));
      shapes[count] = shape;
    }
    return shape;
  }

  private OnnxTensor tensor(FloatBuffer memory, int size, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, memory.slice(0, size), shape);
  }

  @Override
  public void close() {
    for (Shape shape : shapes) {
      if (shape != null) {
        shape.close();
      }
    }
  }
}
