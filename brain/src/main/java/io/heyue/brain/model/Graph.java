package io.heyue.brain.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Writes an encoder with a linear head as a model of ONNX, for one sentence at a time and so
 * without padding: {@code ids} (1 × tokens, 64-bit integers) in, {@code scores} (1 × answers) out.
 * The head reads the first token and the mean over all.
 *
 * <p>BERT [1] with ONNX Runtime's own operators for what belongs together: attention over all
 * heads, a sum with its normalisation, and a product that finds the eight-bit scale of its left
 * side itself.
 *
 * <p>[1] Devlin et al., https://arxiv.org/abs/1810.04805
 */
final class Graph {
  private static final float TINY = 1e-12f;

  /** A small model is read in windows of fewer tokens than that. */
  private static final int PLACES = 128;

  private final Nodes nodes = new Nodes();
  private final Weights weights;
  private final Form form;

  private Graph(Weights weights, Form form) {
    this.weights = weights;
    this.form = form;
  }

  /**
   * The bytes of a model file.
   *
   * @param layers how many of the first layers are kept
   * @param head the table of the answers, 2 widths × answers, and what is added to each
   * @param notes what the model says about itself
   */
  static byte[] write(
      Weights weights, int layers, Tensor head, Tensor bias, Map<String, String> notes, Form form) {
    Graph graph = new Graph(weights, form);
    String state = graph.embedded();
    for (int layer = 0; layer < layers; layer++) {
      state = graph.layer("encoder.layer." + layer + ".", state);
    }
    graph.answers(state, head, bias);
    ModelProto.Builder model = ModelProto.newBuilder();
    // In one order, so that the same model is the same file wherever it is made.
    new TreeMap<>(notes)
        .forEach((name, value) -> model.addMetadataPropsBuilder().setKey(name).setValue(value));
    return model
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(Nodes.OWN).setVersion(1))
        .setProducerName("heyue")
        .setGraph(graph.nodes.built())
        .build()
        .toByteArray();
  }

  private String embedded() {
    nodes.input("ids", DataType.INT64, "one", "tokens");
    String word = word(weights.get("embeddings.word_embeddings.weight"));
    String count =
        nodes.add("Shape", List.of("ids"), Nodes.number("start", 1), Nodes.number("end", 2));
    String place = nodes.add("Slice", List.of(nodes.floats(places()), nodes.longs(0), count));
    return nodes.add(
        "LayerNormalization",
        List.of(
            nodes.add("Add", List.of(word, place)),
            constant("embeddings.LayerNorm.weight"),
            constant("embeddings.LayerNorm.bias")),
        Nodes.number("epsilon", TINY));
  }

  private String word(Tensor words) {
    if (form.trimmed()) {
      int[] tokens = form.kept().stream().toArray();
      EightBits bits = EightBits.of(words.chosen(tokens));
      String row = nodes.add("Gather", List.of(nodes.longs(rows(words.rows(), tokens)), "ids"));
      String small =
          nodes.add(
              "Gather", List.of(nodes.bytes(bits.values(), tokens.length, words.columns()), row));
      return nodes.add(
          "Mul",
          List.of(cast(small), nodes.floats(Tensor.of(bits.scales(), bits.scales().length))));
    }
    return form.eightBit()
        ? cast(nodes.add("Gather", List.of(nodes.halves(words), "ids")))
        : nodes.add("Gather", List.of(nodes.floats(words), "ids"));
  }

  private String cast(String numbers) {
    return nodes.add("Cast", List.of(numbers), Nodes.number("to", DataType.FLOAT.getNumber()));
  }

  /** In which row of the smaller table each token stands; what has none stands with the unknown. */
  private static long[] rows(int all, int[] kept) {
    long[] rows = new long[all];
    int unknown = Math.max(0, Arrays.binarySearch(kept, Tokens.UNKNOWN));
    Arrays.fill(rows, unknown);
    for (int row = 0; row < kept.length; row++) {
      rows[kept[row]] = row;
    }
    return rows;
  }

  /** What each place adds; all tokens are of the first type. */
  private Tensor places() {
    Tensor places = weights.get("embeddings.position_embeddings.weight");
    if (form.trimmed()) {
      places = places.chosen(IntStream.range(0, Math.min(PLACES, places.rows())).toArray());
    }
    float[] type = weights.get("embeddings.token_type_embeddings.weight").values();
    float[] sum = places.values().clone();
    for (int index = 0; index < sum.length; index++) {
      sum[index] += type[index % places.columns()];
    }
    return Tensor.of(sum, places.shape());
  }

  private String layer(String name, String state) {
    String self = name + "attention.self.";
    String asked =
        product(
            state,
            Tensor.beside(
                weights.get(self + "query.weight"),
                weights.get(self + "key.weight"),
                weights.get(self + "value.weight")),
            Tensor.joined(
                weights.get(self + "query.bias"),
                weights.get(self + "key.bias"),
                weights.get(self + "value.bias")));
    List<String> parts = nodes.add("", "Split", List.of(asked), 3, Nodes.number("axis", 2));
    String attended =
        nodes.add(
            Nodes.OWN, "MultiHeadAttention", parts, Nodes.number("num_heads", weights.heads()));
    String rested = product(attended, name + "attention.output.dense");
    String middle = normalised(rested, state, name + "attention.output.LayerNorm");
    String wide =
        nodes.add(Nodes.OWN, "Gelu", List.of(product(middle, name + "intermediate.dense")));
    return normalised(product(wide, name + "output.dense"), middle, name + "output.LayerNorm");
  }

  private String product(String left, String name) {
    return product(left, weights.get(name + ".weight"), weights.get(name + ".bias"));
  }

  private String product(String left, Tensor table, Tensor bias) {
    if (!form.eightBit()) {
      String product = nodes.add("MatMul", List.of(left, nodes.floats(table)));
      return nodes.add("Add", List.of(product, nodes.floats(bias)));
    }
    EightBits bits = EightBits.of(table);
    return nodes.add(
        Nodes.OWN,
        "DynamicQuantizeMatMul",
        List.of(
            left,
            nodes.bytes(bits.values(), table.shape()),
            nodes.floats(Tensor.of(bits.scales(), bits.scales().length)),
            nodes.bytes(new byte[bits.scales().length], bits.scales().length),
            nodes.floats(bias)));
  }

  private String normalised(String one, String other, String name) {
    return nodes.add(
        Nodes.OWN,
        "SkipLayerNormalization",
        List.of(one, other, constant(name + ".weight"), constant(name + ".bias")),
        Nodes.number("epsilon", TINY));
  }

  private void answers(String state, Tensor head, Tensor bias) {
    String mean =
        nodes.add(
            "ReduceMean", List.of(state), Nodes.numbers("axes", 1), Nodes.number("keepdims", 0));
    String first =
        nodes.add(
            "Squeeze",
            List.of(
                nodes.add("Slice", List.of(state, nodes.longs(0), nodes.longs(1), nodes.longs(1))),
                nodes.longs(1)));
    String both = nodes.add("Concat", List.of(first, mean), Nodes.number("axis", 1));
    String table = form.trimmed() ? cast(nodes.halves(head)) : nodes.floats(head);
    nodes.last("Gemm", List.of(both, table, nodes.floats(bias)), "scores");
    nodes.output("scores", DataType.FLOAT, "one", "answers");
  }

  private String constant(String name) {
    return nodes.floats(weights.get(name));
  }
}
