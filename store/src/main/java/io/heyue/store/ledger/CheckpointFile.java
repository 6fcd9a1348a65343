package io.heyue.store.ledger;

import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.SignedNote;
import io.heyue.store.postgres.Sql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All checkpoints in a file outside the database, each followed by an empty line: to be copied
 * away, and to miss what is taken out of the database. Only appended to. Thread-safe.
 */
final class CheckpointFile {
  private static final String NUMBER = "\nnumber ";

  /** Longer than any note. */
  private static final int TAIL = 4_096;

  private final Path file;

  /** Up to which number we know it to be written; other processes may have written more. */
  private final AtomicLong written = new AtomicLong(-1);

  CheckpointFile(Path file) {
    this.file = file;
  }

  /** Appends those of the database that are missing at the end. */
  synchronized void catchUp(Sql sql) {
    long known = written.get();
    long last =
        sql.get(
            "select coalesce(max(number), 0) as n from ledger_checkpoint", row -> row.number("n"));
    if (known == last) {
      return;
    }
    try (FileChannel out =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.WRITE);
        FileLock _ = out.lock()) {
      long after = end();
      sql.each(
          "select number, note from ledger_checkpoint where number > ? order by number",
          row -> append(out, row.text("note")),
          after);
      written.set(last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(FileChannel out, String note) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap((note + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        var _ = out.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of the last note; 0 where there is none. */
  private long end() throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer tail = ByteBuffer.allocate((int) Math.min(TAIL, in.size()));
      in.position(in.size() - tail.capacity());
      while (tail.hasRemaining() && in.read(tail) >= 0) {
        // Reads on until the tail is whole.
      }
      String text = StandardCharsets.UTF_8.decode(tail.flip()).toString();
      int at = text.lastIndexOf(NUMBER);
      int begin = at + NUMBER.length();
      int end = text.indexOf('\n', begin);
      return at < 0 || end < 0 ? 0 : Long.parseLong(text.substring(begin, end));
    }
  }

  /** The hashes of the notes by the checkpoints' numbers; a note that can't be read is left out. */
  Map<Long, Hash> read() {
    Map<Long, Hash> notes = new TreeMap<>();
    if (!Files.exists(file)) {
      return notes;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      StringBuilder note = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (note.isEmpty() && line.isEmpty()) {
          continue;
        }
        note.append(line).append('\n');
        if (line.startsWith("— ")) {
          SignedNote.find(note.toString())
              .ifPresent(found -> number(found).ifPresent(at -> notes.put(at, found.hash())));
          note.setLength(0);
        }
      }
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Long> number(SignedNote note) {
    return Checkpoint.find(note.text()).map(Checkpoint::number);
  }
}
