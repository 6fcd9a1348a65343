package io.heyue.voice.progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tables of tabs strictly: UTF-8, the first line that is no comment names the columns, each
 * line after it has as many cells, none of them empty ("-" stands for none).
 */
final class Rows {
  /** How a cell says that it holds nothing. */
  static final String NONE = "-";

  private static final char MARK = '\uFEFF';

  /** A line of a table. */
  record Row(String file, int line, List<String> columns, List<String> cells) {
    String cell(String column) {
      return cells.get(columns.indexOf(column));
    }

    TableFailure fault(String column, String hint) {
      return Rows.fault(file, line, column, cell(column), hint);
    }

    /** A cell that says yes or no. */
    boolean yes(String column) {
      return one(column, "yes", "no");
    }

    /** Whether a cell says the first of two words; anything else is a fault. */
    boolean one(String column, String first, String second) {
      String cell = cell(column);
      if (!cell.equals(first) && !cell.equals(second)) {
        throw fault(column, "Maybe " + first + " or " + second + ".");
      }
      return cell.equals(first);
    }

    Disposition disposition() {
      Optional<Disposition> found = Disposition.find(cell("disposition"));
      return found.orElseThrow(
          () -> fault("disposition", "Maybe one of " + ids() + ", in lower case."));
    }

    private static List<String> ids() {
      return List.of(Disposition.values()).stream().map(Disposition::id).toList();
    }
  }

  private Rows() {}

  static TableFailure fault(String file, int line, String column, String value, String hint) {
    return new TableFailure(
        "%s, line %d, column '%s': '%s' can't be used. %s"
            .formatted(file, line, column, value, hint));
  }

  /** The bytes of a table that is built in. */
  static byte[] resource(String file) {
    try (InputStream in = Rows.class.getResourceAsStream(file)) {
      if (in == null) {
        throw fault(file, 1, "(all)", "", "Maybe it was left out of the build.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read. Maybe the build is damaged.", e);
    }
  }

  static List<Row> read(String file, byte[] bytes, List<String> columns) {
    List<Row> rows = new ArrayList<>();
    boolean headed = false;
    int number = 0;
    for (String line : decoded(file, bytes).split("\r?\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (!headed) {
        if (!cells.equals(columns)) {
          throw fault(
              file, number, "(all)", line, "Maybe the first line should be: " + columns + ".");
        }
        headed = true;
        continue;
      }
      rows.add(row(file, number, columns, cells));
    }
    if (rows.isEmpty()) {
      throw fault(file, number, "(all)", "", "Maybe its lines were lost; it holds none.");
    }
    return rows;
  }

  private static Row row(String file, int number, List<String> columns, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw fault(
          file,
          number,
          "(all)",
          String.join(" | ", cells),
          "It has %d cells of %d. Maybe spaces stand where a tab should."
              .formatted(cells.size(), columns.size()));
    }
    for (int at = 0; at < cells.size(); at++) {
      String cell = cells.get(at);
      if (cell.isBlank() || !cell.equals(cell.strip())) {
        throw fault(
            file, number, columns.get(at), cell, "Maybe '-' for none, and no space at either end.");
      }
    }
    return new Row(file, number, columns, cells);
  }

  private static String decoded(String file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    if (decoder.decode(in, out, true).isError()) {
      int line = 1;
      for (int at = 0; at < in.position(); at++) {
        line += bytes[at] == '\n' ? 1 : 0;
      }
      String value = "0x%02X".formatted(bytes[in.position()]);
      throw fault(file, line, "(all)", value, "Maybe save it as UTF-8.");
    }
    String text = out.flip().toString();
    if (!text.isEmpty() && text.charAt(0) == MARK) {
      throw fault(file, 1, "(all)", "U+FEFF", "Maybe save it as UTF-8 without a mark before it.");
    }
    return text;
  }
}
