package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
  private final String key;
  private final List<Intent> labels;
  private final float[] rarity;
  private final Head intents;

  Heads(String key, List<Intent> labels, float[] rarity, Head intents) {
    this.key = key;
    this.labels = List.copyOf(labels);
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
    int dimensions = bounded(in.readInt(), MOST_DIMENSIONS);
    Intent[] labels = new Intent[classes];
    for (int label = 0; label < classes; label++) {
      labels[label] = Intent.find(in.readUTF()).orElseThrow(() -> new IOException("Unknown label"));
    }
    Head blank = Head.blank(classes, dimensions);
    double temperature = in.readDouble();
    readRow(in, blank.bias());
    for (float[] row : blank.dense()) {
      readRow(in, row);
    }
    float[] rarity = new float[Pieces.BUCKETS];
    readRow(in, rarity);
    int rows = bounded(in.readInt(), Pieces.BUCKETS);
    for (int row = 0; row < rows; row++) {
      readRow(in, blank.sparse()[bounded(in.readInt(), Pieces.BUCKETS - 1)]);
    }
    return new Heads(key, List.of(labels), rarity, blank.withTemperature(temperature));
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
    out.writeInt(intents.dense()[0].length);
    for (Intent label : labels) {
      out.writeUTF(label.id());
    }
    out.writeDouble(intents.temperature());
    writeRow(out, intents.bias());
    for (float[] row : intents.dense()) {
      writeRow(out, row);
    }
    writeRow(out, rarity);
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

  private static void readRow(DataInputStream in, float[] row) throws IOException {
    for (int index = 0; index < row.length; index++) {
      row[index] = in.readFloat();
    }
  }

  private static void writeRow(DataOutputStream out, float[] row) throws IOException {
    for (float value : row) {
      out.writeFloat(value);
    }
  }

  private static int bounded(int count, int most) throws IOException {
    if (count < 0 || count > most) {
      throw new IOException("A heads file holds the count " + count + ". Maybe it is damaged.");
    }
    return count;
  }
}
