package io.heyue.brain.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

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

  private final Nodes nodes = new Nodes();
  private final Weights weights;
  private final boolean eightBit;

  private Graph(Weights weights, boolean eightBit) {
    this.weights = weights;
    this.eightBit = eightBit;
  }

  /**
   * The bytes of a model file.
   *
   * @param layers how many of the first layers are kept
   * @param head the table of the answers, 2 widths × answers, and what is added to each
   * @param eightBit whether tables of weights become eight-bit integers and embeddings sixteen-bit
   *     numbers; else all stays as exact as it was
   */
  static byte[] write(Weights weights, int layers, Tensor head, Tensor bias, boolean eightBit) {
    Graph graph = new Graph(weights, eightBit);
    String state = graph.embedded();
    for (int layer = 0; layer < layers; layer++) {
      state = graph.layer("encoder.layer." + layer + ".", state);
    }
    graph.answers(state, head, bias);
    return ModelProto.newBuilder()
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
    Tensor words = weights.get("embeddings.word_embeddings.weight");
    String word =
        eightBit
            ? nodes.add(
                "Cast",
                List.of(nodes.add("Gather", List.of(nodes.halves(words), "ids"))),
                Nodes.number("to", DataType.FLOAT.getNumber()))
            : nodes.add("Gather", List.of(nodes.floats(words), "ids"));
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

  /** What each place adds; all tokens are of the first type. */
  private Tensor places() {
    Tensor places = weights.get("embeddings.position_embeddings.weight");
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
    if (!eightBit) {
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
    nodes.last("Gemm", List.of(both, nodes.floats(head), nodes.floats(bias)), "scores");
    nodes.output("scores", DataType.FLOAT, "one", "answers");
  }

  private String constant(String name) {
    return nodes.floats(weights.get(name));
  }
}
