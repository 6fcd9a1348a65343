package io.heyue.brain.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What training changed about a published encoder, and its head: small enough to be kept beside the
 * code. Of each table of weights it holds a product of two narrow ones that is added to it [1]
 * ({@code NAME.down}, {@code NAME.up}), of short lists the new values, and {@code head.weight}, 2
 * widths × answers, with {@code head.bias}. Kept in sixteen-bit numbers.
 *
 * <p>[1] Hu et al., LoRA, https://arxiv.org/abs/2106.09685
 *
 * @param provenance what it was made of and how: base, data, seed, parameters, figures
 * @param layers how many of the base's first layers it uses
 */
public record Adapter(Map<String, String> provenance, int layers, Map<String, Tensor> tensors) {
  private static final int MAGIC = 0x48594131;
  private static final int MOST_PARTS = 4_096;
  private static final int MOST_VALUES = 64_000_000;
  private static final String DOWN = ".down";
  private static final String UP = ".up";
  private static final String HEAD = "head.weight";
  private static final String BIAS = "head.bias";

  public Adapter {
    provenance = Map.copyOf(provenance);
    tensors = Map.copyOf(tensors);
  }

  /**
   * The encoder with what was learned, as a model file (see {@link Graph}).
   *
   * @throws IllegalArgumentException where this was trained on another base
   */
  public byte[] onto(Weights base, Form form) {
    String trainedOn = provenance.getOrDefault("base", "");
    if (!trainedOn.equals(base.hash())) {
      throw new IllegalArgumentException(
          "Adapter was trained on the base "
              + trainedOn
              + ", not on "
              + base.hash()
              + ". Train it anew, or take the base's old version.");
    }
    return Graph.write(merged(base), layers, get(HEAD), get(BIAS), provenance, form);
  }

  private Weights merged(Weights base) {
    Map<String, Tensor> changed = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> {
      if (name.endsWith(DOWN)) {
        String table = name.substring(0, name.length() - DOWN.length());
        changed.put(table, base.get(table).plusProduct(tensor, get(table + UP)));
      } else if (!name.endsWith(UP) && !name.equals(HEAD) && !name.equals(BIAS)) {
        changed.put(name, tensor);
      }
    });
    return base.with(changed);
  }

  private Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("Adapter holds no " + name + ". Maybe it is damaged.");
    }
    return tensor;
  }

  /**
   * @throws IOException where the file can't be read or is none
   */
  public static Adapter read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("Adapter " + file + " is missing. Maybe train it first: ./heyue train");
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("File " + file + " is no adapter. Maybe train it anew.");
      }
      Map<String, String> provenance = new LinkedHashMap<>();
      for (int left = bounded(in.readInt(), MOST_PARTS); left > 0; left--) {
        provenance.put(in.readUTF(), in.readUTF());
      }
      int layers = in.readInt();
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (int left = bounded(in.readInt(), MOST_PARTS); left > 0; left--) {
        tensors.put(in.readUTF(), tensor(in));
      }
      return new Adapter(provenance, layers, tensors);
    }
  }

  private static Tensor tensor(DataInputStream in) throws IOException {
    int[] shape = new int[bounded(in.readInt(), 4)];
    int count = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = bounded(in.readInt(), MOST_VALUES);
      count = bounded(Math.multiplyExact(count, shape[axis]), MOST_VALUES);
    }
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = Float.float16ToFloat(in.readShort());
    }
    return Tensor.of(values, shape);
  }

  private static int bounded(int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw new IOException("Size " + size + " is above " + most + ". Maybe the file is damaged.");
    }
    return size;
  }

  /** Writes it beside and moves it there, so that no reader meets half a file. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "adapter", ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(provenance.size());
      for (Map.Entry<String, String> each : new TreeMap<>(provenance).entrySet()) {
        out.writeUTF(each.getKey());
        out.writeUTF(each.getValue());
      }
      out.writeInt(layers);
      out.writeInt(tensors.size());
      for (Map.Entry<String, Tensor> each : new TreeMap<>(tensors).entrySet()) {
        out.writeUTF(each.getKey());
        write(each.getValue(), out);
      }
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Tensor tensor, DataOutputStream out) throws IOException {
    int[] shape = tensor.shape();
    out.writeInt(shape.length);
    for (int length : shape) {
      out.writeInt(length);
    }
    for (float value : tensor.values()) {
      out.writeShort(Float.floatToFloat16(value));
    }
  }
}
