package io.heyue.brain.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns sentences into vectors whose nearness is nearness of meaning: bge-small [1] in eight-bit
 * integers. The first half is the vector of the first token, the second the mean over all tokens;
 * each half has length 1.
 *
 * <p>Thread-safe; each call runs on the caller's thread and blocks for about 2 ms a sentence.
 *
 * <p>[1] Xiao et al., C-Pack: Packed Resources For General Chinese Embeddings,
 * https://arxiv.org/abs/2309.07597
 */
final class SentenceEncoder implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final String name;
  private final String hash;

  private SentenceEncoder(
      OrtSession session, HuggingFaceTokenizer tokenizer, String name, String hash) {
    this.session = session;
    this.tokenizer = tokenizer;
    this.name = name;
    this.hash = hash;
  }

  /** Loads the encoder of {@code lang} from the classpath. */
  static SentenceEncoder open(Lang lang) {
    // The tokenizer's library would otherwise tell its makers that it runs, and look for downloads.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    String name =
        switch (lang) {
          case ZH -> "bge-small-zh-v1.5-q";
          case EN -> "bge-small-en-v1.5-q";
        };
    byte[] model = resource("/" + name + ".onnx");
    byte[] words = resource("/" + name + "-tokenizer.json");
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(words), Map.of("truncation", "true", "maxLength", "512"));
      return new SentenceEncoder(
          OrtEnvironment.getEnvironment().createSession(model, options),
          tokenizer,
          name,
          new Sha256().add(model).add(words).hex());
    } catch (OrtException fault) {
      throw new IllegalStateException("Model " + name + " can't be loaded.", fault);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The name under which the makers publish it. */
  String name() {
    return name;
  }

  /** SHA-256 of the weights and the word list, in hexadecimal. */
  String hash() {
    return hash;
  }

  /**
   * The vector of one sentence. There is no way to encode many at once: eight-bit scales are shared
   * within a batch, so that a sentence's vector would depend on its neighbours.
   */
  float[] encode(String text) {
    Encoding encoding = tokenizer.encode(text);
    long[][] ids = {encoding.getIds()};
    long[][] mask = {encoding.getAttentionMask()};
    long[][] types = {encoding.getTypeIds()};
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor typeTensor = OnnxTensor.createTensor(environment, types)) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
      inputs.put("input_ids", idTensor);
      inputs.put("attention_mask", maskTensor);
      inputs.put("token_type_ids", typeTensor);
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs)) {
        float[][][] hidden = (float[][][]) result.get(0).getValue();
        return joined(hidden[0]);
      }
    } catch (OrtException fault) {
      throw new IllegalStateException(
          "Model " + name + " failed on " + ids[0].length + " tokens.", fault);
    }
  }

  private static float[] joined(float[][] tokens) {
    int width = tokens[0].length;
    float[] joined = new float[2 * width];
    System.arraycopy(tokens[0], 0, joined, 0, width);
    for (float[] token : tokens) {
      for (int index = 0; index < width; index++) {
        joined[width + index] += token[index];
      }
    }
    scale(joined, 0, width);
    scale(joined, width, joined.length);
    return joined;
  }

  private static void scale(float[] vector, int start, int end) {
    double square = 0;
    for (int index = start; index < end; index++) {
      square += (double) vector[index] * vector[index];
    }
    float scale = (float) (1 / Math.max(Math.sqrt(square), 1e-12));
    for (int index = start; index < end; index++) {
      vector[index] *= scale;
    }
  }

  private static byte[] resource(String path) {
    try (InputStream stream = SentenceEncoder.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException(
            "Resource " + path + " is not on the classpath. Maybe the model's jar is missing.");
      }
      return stream.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException fault) {
      throw new IllegalStateException("Model " + name + " can't be closed.", fault);
    }
  }
}
