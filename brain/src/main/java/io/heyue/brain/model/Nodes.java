package io.heyue.brain.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a graph of operators together, one node after the other. Not thread-safe. */
final class Nodes {
  /** The makers' own operators, which ONNX Runtime brings along. */
  static final String OWN = "com.microsoft";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("heyue");
  private int count;

  GraphProto built() {
    return graph.build();
  }

  void input(String name, DataType type, String... axes) {
    graph.addInput(value(name, type, axes));
  }

  void output(String name, DataType type, String... axes) {
    graph.addOutput(value(name, type, axes));
  }

  private static ValueInfoProto value(String name, DataType type, String... axes) {
    ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
    var tensor = value.getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber());
    for (String axis : axes) {
      tensor.getShapeBuilder().addDimBuilder().setDimParam(axis);
    }
    return value.build();
  }

  /** A standard operator; the name of its one result. */
  String add(String operator, List<String> inputs, AttributeProto... attributes) {
    return add("", operator, inputs, attributes);
  }

  String add(String domain, String operator, List<String> inputs, AttributeProto... attributes) {
    return add(domain, operator, inputs, 1, attributes).getFirst();
  }

  /** An operator with several results; their names. */
  List<String> add(
      String domain,
      String operator,
      List<String> inputs,
      int outputs,
      AttributeProto... attributes) {
    String name = operator + '_' + count++;
    List<String> results =
        IntStream.range(0, outputs).mapToObj(output -> name + ':' + output).toList();
    add(domain, operator, inputs, results, attributes);
    return results;
  }

  /** The last operator, whose result is the model's. */
  void last(String operator, List<String> inputs, String result) {
    add("", operator, inputs, List.of(result));
  }

  private void add(
      String domain,
      String operator,
      List<String> inputs,
      List<String> outputs,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(operator + '_' + count++)
            .setDomain(domain)
            .setOpType(operator)
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
  }

  static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto number(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto numbers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  String floats(Tensor tensor) {
    ByteBuffer bytes = little(4 * tensor.values().length);
    bytes.asFloatBuffer().put(tensor.values());
    return constant(DataType.FLOAT, bytes, tensor.shape());
  }

  /** In sixteen bits; half the size, and what is lost is far less than what eight bits lose. */
  String halves(Tensor tensor) {
    ByteBuffer bytes = little(2 * tensor.values().length);
    for (float value : tensor.values()) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    return constant(DataType.FLOAT16, bytes.flip(), tensor.shape());
  }

  String bytes(byte[] values, int... shape) {
    return constant(DataType.INT8, ByteBuffer.wrap(values), shape);
  }

  String longs(long... values) {
    ByteBuffer bytes = little(8 * values.length);
    bytes.asLongBuffer().put(values);
    return constant(DataType.INT64, bytes, values.length);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(DataType type, ByteBuffer bytes, int... shape) {
    String name = "c" + count++;
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (int dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }
}
