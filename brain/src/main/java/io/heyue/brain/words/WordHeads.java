package io.heyue.brain.words;

import io.heyue.core.base.Lang;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The head of one language, the file that holds it and what it was made of. Thread-safe.
 *
 * @param key fingerprint of everything that training depended on: examples, tables, recipe, seed
 * @param lessons how many sentences it learned from
 * @param blend how much it and the encoder are believed
 * @param threshold from which probability on a sentence may not be said
 * @param known the pieces that were met in training; not written to any more
 */
record WordHeads(
    String key,
    int lessons,
    Blend blend,
    double threshold,
    Traits traits,
    WordHead head,
    BitSet known) {
  private static final int MAGIC = 0x48595745;

  /** The scores of all columns; see {@link WordHead#scores}. */
  float[] scores(String sentence) {
    return head.scores(traits.of(sentence));
  }

  /** Which share of its pieces was met in training. */
  double familiar(String sentence) {
    List<Integer> pieces = traits.pieces(sentence);
    return pieces.isEmpty()
        ? 1
        : (double) pieces.stream().filter(known::get).count() / pieces.size();
  }

  /** The head in {@code file} if it was made with {@code key}; empty where absent or stale. */
  static Optional<WordHeads> find(Path file, String key, Traits traits) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC || !in.readUTF().equals(key)) {
        return Optional.empty();
      }
      int lessons = in.readInt();
      Blend blend = new Blend(in.readDouble(), in.readDouble(), in.readDouble());
      double threshold = in.readDouble();
      WordHead head = WordHead.blank();
      for (int column = 0; column < WordHead.COLUMNS; column++) {
        head.bias()[column] = in.readFloat();
      }
      BitSet known = BitSet.valueOf(in.readNBytes(bounded(in.readInt(), Traits.PIECES / 8)));
      int rows = bounded(in.readInt(), Traits.BUCKETS);
      for (int row = 0; row < rows; row++) {
        int bucket = in.readInt();
        if (bucket < 0 || bucket >= Traits.BUCKETS) {
          throw new IOException("Bucket " + bucket + " is none. Maybe the file is damaged.");
        }
        for (int column = 0; column < WordHead.COLUMNS; column++) {
          head.weights()[bucket * WordHead.COLUMNS + column] = in.readFloat();
        }
      }
      return Optional.of(new WordHeads(key, lessons, blend, threshold, traits, head, known));
    }
  }

  private static int bounded(int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw new IOException("Size " + size + " is above " + most + ". Maybe the file is damaged.");
    }
    return size;
  }

  /** Writes it beside and moves it there, so that no reader meets half a file. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "words", ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeUTF(key);
      out.writeInt(lessons);
      out.writeDouble(blend.bias());
      out.writeDouble(blend.linear());
      out.writeDouble(blend.deep());
      out.writeDouble(threshold);
      for (float each : head.bias()) {
        out.writeFloat(each);
      }
      byte[] pieces = known.toByteArray();
      out.writeInt(pieces.length);
      out.write(pieces);
      writeRows(out);
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void writeRows(DataOutputStream out) throws IOException {
    int rows = 0;
    for (int bucket = 0; bucket < Traits.BUCKETS; bucket++) {
      rows += isUsed(bucket) ? 1 : 0;
    }
    out.writeInt(rows);
    for (int bucket = 0; bucket < Traits.BUCKETS; bucket++) {
      if (isUsed(bucket)) {
        out.writeInt(bucket);
        for (int column = 0; column < WordHead.COLUMNS; column++) {
          out.writeFloat(head.weights()[bucket * WordHead.COLUMNS + column]);
        }
      }
    }
  }

  private boolean isUsed(int bucket) {
    for (int column = 0; column < WordHead.COLUMNS; column++) {
      if (head.weights()[bucket * WordHead.COLUMNS + column] != 0) {
        return true;
      }
    }
    return false;
  }

  static Path file(Path folder, Lang lang) {
    return folder.resolve("words-" + lang.code() + ".head");
  }
}
