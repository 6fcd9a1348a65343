package io.heyue.store.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of rejected rows: row, column, masked value, reason. It comes into being with the first
 * of them, readable by its owner only, with a byte order mark so that spreadsheets read Chinese.
 */
final class Rejections implements AutoCloseable {
  private final Path file;
  private final Lang language;
  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
  private @Nullable CsvWriter writer;

  /** Takes away the file of an earlier import. */
  Rejections(Path file, Lang language) throws IOException {
    this.file = file;
    this.language = language;
    Files.deleteIfExists(file);
  }

  void add(long row, @Nullable Column column, String value, Reason reason) {
    counts.merge(reason, 1L, Long::sum);
    open()
        .writeRecord(
            Long.toString(row),
            column == null ? "" : column.id(),
            column == null ? "" : Text.harmless(column.masked(value)),
            reason.in(language));
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  Map<Reason, Long> counts() {
    return Map.copyOf(counts);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private CsvWriter open() {
    CsvWriter open = writer;
    if (open == null) {
      open = make();
      writer = open;
    }
    return open;
  }

  private CsvWriter make() {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      var stream = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      stream.write('\uFEFF');
      CsvWriter made = CsvWriter.builder().build(stream);
      switch (language) {
        case ZH -> made.writeRecord("行", "列", "值（已遮盖）", "原因");
        case EN -> made.writeRecord("row", "column", "value (masked)", "reason");
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("File " + file + " can't be written.", e);
    }
  }
}
