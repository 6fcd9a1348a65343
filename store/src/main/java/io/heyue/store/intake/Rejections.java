package io.heyue.store.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of rejected rows: row, column, masked value, reason. It comes into being with the first
 * of them, readable by its owner only, with a byte order mark so that spreadsheets read Chinese. It
 * never takes the place of another file, and goes again if the import fails.
 */
final class Rejections implements AutoCloseable {
  /** So many files of rejected rows are told apart in a folder. */
  private static final int MOST_FILES = 10_000;

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path wanted;
  private Path file;
  private boolean kept;
  private final Lang language;
  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
  private @Nullable CsvWriter writer;

  /**
   * Makes no file yet.
   *
   * @param wanted the file, if there is none of that name when the first row is rejected
   */
  Rejections(Path wanted, Lang language) {
    this.wanted = wanted;
    this.file = wanted;
    this.language = language;
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

  /** Where the rows are listed, if any was rejected. */
  Path file() {
    return file;
  }

  /** The import is about to be done, so the list of what it left out stays. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
      if (!kept) {
        Files.deleteIfExists(file);
      }
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
      file = free();
      var stream = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      stream.write('\uFEFF');
      CsvWriter made = CsvWriter.builder().build(stream);
      switch (language) {
        case ZH -> made.writeRecord("行", "列", "值（已遮盖）", "原因");
        case EN -> made.writeRecord("row", "column", "value (masked)", "reason");
      }
      return made;
    } catch (IOException e) {
      throw ImportFailure.of(
          language,
          "无法写入 " + wanted + "，没有导入任何内容。可能没有权限，可用 --rejected 指定别处。",
          "The list of rejected rows, "
              + wanted
              + ", can't be written, and nothing was imported. Maybe --rejected should name another"
              + " place.");
    }
  }

  /** A new file of the wanted name, or with the first number behind it that is free. */
  private Path free() throws IOException {
    String name = String.valueOf(wanted.getFileName());
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    for (int number = 1; number <= MOST_FILES; number++) {
      String suffix = number == 1 ? "" : "-" + number;
      Path candidate = wanted.resolveSibling(name.substring(0, dot) + suffix + name.substring(dot));
      try {
        return Files.createFile(candidate, OWNER_ONLY);
      } catch (FileAlreadyExistsException taken) {
        // The list of an earlier import, which may not have been worked off yet: the next number.
      }
    }
    throw new IOException("Every name from " + wanted + " on is taken.");
  }
}
