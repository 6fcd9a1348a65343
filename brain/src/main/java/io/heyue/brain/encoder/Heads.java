package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What training made for one language, and the file that holds it. */
final class Heads {
  private static final int MAGIC = 0x48455955;
  private static final int MOST_CLASSES = 1_000;
  private static final int MOST_DIMENSIONS = 4_096;
  private static final int MOST_EXAMPLES = 100_000;
  private final String key;
  private final List<Intent> labels;
  private final Projection projection;
  private final Neighbours neighbours;
  private final float[] rarity;
  private final Head intents;

  Heads(
      String key,
      List<Intent> labels,
      Projection projection,
      Neighbours neighbours,
      float[] rarity,
      Head intents) {
    this.key = key;
    this.labels = List.copyOf(labels);
    this.projection = projection;
    this.neighbours = neighbours;
    this.rarity = rarity;
    this.intents = intents;
  }

  /** Fingerprint of everything that training depended on: examples, encoder, recipe. */
  String key() {
    return key;
  }

  /** The intent of each class. */
  List<Intent> labels() {
    return labels;
  }

  Projection projection() {
    return projection;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  /** How much each hashed piece weighs. */
  float[] rarity() {
    return rarity;
  }

  Head intents() {
    return intents;
  }

  /**
   * The heads in {@code file} if it was made with {@code key}; empty where it is absent or stale.
   */
  static Optional<Heads> find(Path file, String key) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC || !in.readUTF().equals(key)) {
        return Optional.empty();
      }
      return Optional.of(read(in, key));
    }
  }

  private static Heads read(DataInputStream in, String key) throws IOException {
    int classes = bounded(in.readInt(), MOST_CLASSES);
    int examples = bounded(in.readInt(), MOST_EXAMPLES);
    Intent[] labels = new Intent[classes];
    for (int label = 0; label < classes; label++) {
      labels[label] = Intent.find(in.readUTF()).orElseThrow(() -> new IOException("Unknown label"));
    }
    Axes first = readAxes(in);
    Axes mean = readAxes(in);
    int width = first.directions().length + mean.directions().length;
    float[][] coordinates = readRows(in, width, examples);
    String[] questions = new String[examples];
    for (int mark = 0; mark < examples; mark++) {
      questions[mark] = in.readUTF();
    }
    float[] rarity = new float[Pieces.BUCKETS];
    readRow(in, rarity);
    double temperature = in.readDouble();
    float[][] dense = readRows(in, examples, classes);
    float[][] sparse = new float[Pieces.BUCKETS][classes];
    int rows = bounded(in.readInt(), Pieces.BUCKETS);
    for (int row = 0; row < rows; row++) {
      readRow(in, sparse[bounded(in.readInt(), Pieces.BUCKETS - 1)]);
    }
    return new Heads(
        key,
        List.of(labels),
        new Projection(first, mean),
        new Neighbours(coordinates, List.of(questions)),
        rarity,
        new Head(dense, sparse, temperature));
  }

  /** Writes {@code file} whole or not at all. */
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = Files.createTempFile(folder, "heads", ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
      write(out);
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException fault) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(key);
    out.writeInt(labels.size());
    out.writeInt(neighbours.questions().size());
    for (Intent label : labels) {
      out.writeUTF(label.id());
    }
    writeAxes(out, projection.first());
    writeAxes(out, projection.mean());
    writeRows(out, neighbours.coordinates());
    for (String question : neighbours.questions()) {
      out.writeUTF(question);
    }
    writeRow(out, rarity);
    out.writeDouble(intents.temperature());
    writeRows(out, intents.dense());
    float[][] sparse = intents.sparse();
    out.writeInt((int) Stream.of(sparse).filter(Heads::holdsAnything).count());
    for (int bucket = 0; bucket < sparse.length; bucket++) {
      if (holdsAnything(sparse[bucket])) {
        out.writeInt(bucket);
        writeRow(out, sparse[bucket]);
      }
    }
  }

  private static boolean holdsAnything(float[] row) {
    for (float value : row) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private static Axes readAxes(DataInputStream in) throws IOException {
    float[] centre = new float[bounded(in.readInt(), MOST_DIMENSIONS)];
    readRow(in, centre);
    return new Axes(centre, readRows(in, bounded(in.readInt(), MOST_DIMENSIONS), centre.length));
  }

  private static void writeAxes(DataOutputStream out, Axes axes) throws IOException {
    out.writeInt(axes.centre().length);
    writeRow(out, axes.centre());
    out.writeInt(axes.directions().length);
    writeRows(out, axes.directions());
  }

  private static float[][] readRows(DataInputStream in, int rows, int width) throws IOException {
    float[][] table = new float[rows][width];
    for (float[] row : table) {
      readRow(in, row);
    }
    return table;
  }

  private static void readRow(DataInputStream in, float[] row) throws IOException {
    byte[] bytes = in.readNBytes(row.length * Float.BYTES);
    if (bytes.length < row.length * Float.BYTES) {
      throw new EOFException("A heads file ends too early. Maybe it is damaged.");
    }
    ByteBuffer.wrap(bytes).asFloatBuffer().get(row);
  }

  private static void writeRows(DataOutputStream out, float[][] rows) throws IOException {
    for (float[] row : rows) {
      writeRow(out, row);
    }
  }

  private static void writeRow(DataOutputStream out, float[] row) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
    bytes.asFloatBuffer().put(row);
    out.write(bytes.array());
  }

  private static int bounded(int count, int most) throws IOException {
    if (count < 0 || count > most) {
      throw new IOException("A heads file holds the count " + count + ". Maybe it is damaged.");
    }
    return count;
  }
}
