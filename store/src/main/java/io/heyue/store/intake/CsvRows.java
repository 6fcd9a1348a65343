package io.heyue.store.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.heyue.core.base.Lang;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The rows of a CSV file, one at a time: however long the file or a line in it is, memory is
 * bounded. Bytes that are not of the file's encoding come out as U+FFFD.
 */
final class CsvRows implements AutoCloseable {
  private static final int LONGEST_CELL = 1 << 16;
  private static final int LONGEST_ROW = 1 << 18;
  private static final int MOST_CELLS = 500;

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final char delimiter;
  private final Lang language;
  private long last;

  private CsvRows(CsvReader<CsvRecord> reader, char delimiter, Lang language) {
    this.reader = reader;
    this.records = reader.iterator();
    this.delimiter = delimiter;
    this.language = language;
  }

  static CsvRows open(Path file, FileForm form, Lang language) throws IOException {
    char delimiter = delimiter(file, form);
    InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    stream.skipNBytes(form.mark());
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .maxBufferSize(LONGEST_ROW)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MOST_CELLS)
                    .maxFieldSize(LONGEST_CELL)
                    .maxRecordSize(LONGEST_ROW)
                    .build(),
                new InputStreamReader(stream, form.charset()));
    return new CsvRows(reader, delimiter, language);
  }

  char delimiter() {
    return delimiter;
  }

  /**
   * Whether there is another row.
   *
   * @throws ImportFailure if the file is no CSV from here on
   */
  boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      throw ImportFailure.of(
          language,
          "第 " + last + " 行之后不是有效的 CSV：某行过长（上限 " + LONGEST_ROW + " 个字符）或引号没有闭合。可能引号不成对，或文件不是 CSV。",
          "After line "
              + last
              + " the file is no CSV: a line is longer than "
              + LONGEST_ROW
              + " characters or a quote is never closed. Maybe a quote is missing, or it is"
              + " another kind of file.");
    } catch (UncheckedIOException e) {
      throw ImportFailure.of(
          language,
          "第 " + last + " 行之后无法读取文件。可能磁盘或网络中断。",
          "The file can't be read after line " + last + ". Maybe a disk or network failed.");
    }
  }

  CsvRecord next() {
    CsvRecord row = records.next();
    last = row.getStartingLineNumber();
    return row;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Whichever of the usual ones stands most often in the first line, outside of quotes. */
  private static char delimiter(Path file, FileForm form) throws IOException {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    try (Reader reader =
        new InputStreamReader(
            new BufferedInputStream(Files.newInputStream(file)), form.charset())) {
      int left = LONGEST_ROW;
      for (int c = reader.read(); c >= 0 && left > 0; c = reader.read()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r') && commas + semicolons + tabs > 0) {
          break;
        } else if (!quoted) {
          commas += c == ',' ? 1 : 0;
          semicolons += c == ';' ? 1 : 0;
          tabs += c == '\t' ? 1 : 0;
        }
        left--;
      }
    }
    if (tabs > commas && tabs > semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }
}
