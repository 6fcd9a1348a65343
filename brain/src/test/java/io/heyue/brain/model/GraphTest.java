package io.heyue.brain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds our own graph against the one that the makers published. */
class GraphTest {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theExactGraphSaysWhatThePublishedOneSays(Lang lang) throws OrtException, IOException {
    Weights weights = Weights.published(lang);
    int width = weights.width();
    byte[] ours =
        Graph.write(
            weights, weights.layers(), unit(2 * width), zeros(2 * width), Map.of(), Form.EXACT);
    try (OrtSession own = ENVIRONMENT.createSession(ours);
        OrtSession published = ENVIRONMENT.createSession(resource(lang))) {
      for (int length : new int[] {2, 9, 40}) {
        long[] ids = ids(length);
        float[] scores = run(own, ids);
        float[][] states = states(published, ids);
        for (int index = 0; index < width; index++) {
          assertThat(scores[index]).isCloseTo(states[0][index], within(1e-4f));
          assertThat(scores[width + index]).isCloseTo(mean(states, index), within(1e-4f));
        }
      }
    }
  }

  @Test
  void eightBitsAreNearTheExactAnswer() throws OrtException {
    Weights weights = Weights.published(Lang.ZH);
    Tensor unit = unit(2 * weights.width());
    Tensor zeros = zeros(2 * weights.width());
    try (OrtSession exact =
            ENVIRONMENT.createSession(Graph.write(weights, 2, unit, zeros, Map.of(), Form.EXACT));
        OrtSession bits =
            ENVIRONMENT.createSession(
                Graph.write(weights, 2, unit, zeros, Map.of(), Form.EIGHT_BIT))) {
      long[] ids = ids(20);
      float[] right = run(exact, ids);
      float[] near = run(bits, ids);
      double cosine = dot(right, near) / Math.sqrt(dot(right, right) * dot(near, near));
      assertThat(cosine).isGreaterThan(0.99);
    }
  }

  /** A token that keeps its row is read nearly as before; any other one as the unknown. */
  @Test
  void aTrimmedModelKnowsItsOwnTokens() throws OrtException {
    Weights weights = Weights.published(Lang.ZH);
    Tensor unit = unit(2 * weights.width());
    Tensor zeros = zeros(2 * weights.width());
    long[] ids = ids(20);
    BitSet kept = new BitSet();
    kept.set(Tokens.UNKNOWN);
    Arrays.stream(ids).forEach(id -> kept.set((int) id));
    byte[] all = Graph.write(weights, 2, unit, zeros, Map.of(), Form.EIGHT_BIT);
    byte[] trimmed = Graph.write(weights, 2, unit, zeros, Map.of(), new Form(true, kept));
    assertThat(trimmed.length).isLessThan(all.length / 2);
    try (OrtSession whole = ENVIRONMENT.createSession(all);
        OrtSession small = ENVIRONMENT.createSession(trimmed)) {
      float[] right = run(whole, ids);
      float[] near = run(small, ids);
      double cosine = dot(right, near) / Math.sqrt(dot(right, right) * dot(near, near));
      assertThat(cosine).isGreaterThan(0.98);
      long[] strange = {101, 9_999, 102};
      long[] unknown = {101, Tokens.UNKNOWN, 102};
      assertThat(run(small, strange)).isEqualTo(run(small, unknown));
    }
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int index = 0; index < one.length; index++) {
      sum += one[index] * other[index];
    }
    return sum;
  }

  private static long[] ids(int length) {
    Rng rng = Rng.seeded(length);
    long[] ids = new long[length];
    Arrays.setAll(ids, _ -> 700 + rng.nextInt(7_000));
    ids[0] = 101;
    ids[length - 1] = 102;
    return ids;
  }

  private static Tensor unit(int size) {
    float[] values = new float[size * size];
    for (int index = 0; index < size; index++) {
      values[index * size + index] = 1;
    }
    return Tensor.of(values, size, size);
  }

  private static Tensor zeros(int size) {
    return Tensor.of(new float[size], size);
  }

  private static float mean(float[][] states, int index) {
    float sum = 0;
    for (float[] state : states) {
      sum += state[index];
    }
    return sum / states.length;
  }

  private static float[] run(OrtSession session, long[] tokens) throws OrtException {
    try (OnnxTensor ids = OnnxTensor.createTensor(ENVIRONMENT, new long[][] {tokens});
        OrtSession.Result result = session.run(Map.of("ids", ids))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  private static float[][] states(OrtSession session, long[] ids) throws OrtException {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor words = OnnxTensor.createTensor(ENVIRONMENT, new long[][] {ids});
        OnnxTensor mask = OnnxTensor.createTensor(ENVIRONMENT, new long[][] {ones});
        OnnxTensor types =
            OnnxTensor.createTensor(ENVIRONMENT, new long[][] {new long[ids.length]});
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  private static byte[] resource(Lang lang) throws IOException {
    try (InputStream stream =
        GraphTest.class.getResourceAsStream("/bge-small-" + lang.code() + "-v1.5.onnx")) {
      return java.util.Objects.requireNonNull(stream).readAllBytes();
    }
  }
}
