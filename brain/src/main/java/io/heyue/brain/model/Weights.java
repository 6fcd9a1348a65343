package io.heyue.brain.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The weights of an encoder of the BERT kind by the names that its makers gave them, such as {@code
 * encoder.layer.0.attention.self.query.weight}; tables are in × out. Immutable but for the arrays
 * in it, which nobody writes to.
 *
 * @param hash SHA-256 of the file that they are from, in hexadecimal
 * @param heads into how many heads attention is split
 */
public record Weights(Map<String, Tensor> tensors, String hash, int heads) {
  private static final String EMBEDDINGS = "embeddings.word_embeddings.weight";

  public Weights {
    tensors = Map.copyOf(tensors);
  }

  /** The published encoder of {@code lang}, from the class path. */
  public static Weights published(Lang lang) {
    String name =
        switch (lang) {
          case ZH -> "/bge-small-zh-v1.5.onnx";
          case EN -> "/bge-small-en-v1.5.onnx";
        };
    int heads =
        switch (lang) {
          case ZH -> 8;
          case EN -> 12;
        };
    try (InputStream stream = Weights.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "Model "
                + name
                + " is not on the class path. Maybe its jar is missing; only the build needs it.");
      }
      byte[] file = stream.readAllBytes();
      return read(ModelProto.parseFrom(file), new Sha256().add(file).hex(), heads);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Weights read(ModelProto model, String hash, int heads) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (TensorProto each : model.getGraph().getInitializerList()) {
      named.put(each.getName(), tensor(each));
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>(named);
    tensors.keySet().removeIf(name -> name.contains("::"));
    for (NodeProto node : model.getGraph().getNodeList()) {
      // What is multiplied with has lost its name on the way, but the node that does it has not.
      if (node.getOpType().equals("MatMul") && named.containsKey(node.getInput(1))) {
        String place = node.getName().substring(1, node.getName().lastIndexOf('/'));
        tensors.put(place.replace('/', '.') + ".weight", named.get(node.getInput(1)));
      }
    }
    return new Weights(tensors, hash, heads);
  }

  private static Tensor tensor(TensorProto proto) {
    float[] values =
        new float[Math.toIntExact(proto.getDimsList().stream().reduce(1L, Math::multiplyExact))];
    proto
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return Tensor.of(values, proto.getDimsList().stream().mapToInt(Math::toIntExact).toArray());
  }

  /**
   * @throws IllegalArgumentException where there is none of that name
   */
  public Tensor get(String name) {
    return Optional.ofNullable(tensors.get(name))
        .orElseThrow(() -> new IllegalArgumentException("Weight " + name + " is not there."));
  }

  /** How many numbers stand for a token. */
  public int width() {
    return get(EMBEDDINGS).columns();
  }

  /** How many layers there are. */
  public int layers() {
    int layer = 0;
    while (tensors.containsKey("encoder.layer." + layer + ".output.dense.weight")) {
      layer++;
    }
    return layer;
  }

  /** The same with {@code others} in place of theirs. */
  Weights with(Map<String, Tensor> others) {
    Map<String, Tensor> all = new LinkedHashMap<>(tensors);
    Set<String> names = others.keySet();
    if (!all.keySet().containsAll(names)) {
      throw new IllegalArgumentException("Weights " + names + " are not all there.");
    }
    all.putAll(others);
    return new Weights(all, hash, heads);
  }
}
