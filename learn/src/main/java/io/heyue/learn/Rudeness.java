package io.heyue.learn;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.heyue.brain.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sentences of which people said whether they are offensive, from a file beside the project: COLD
 * [1], whose columns {@code TEXT} and {@code label} (1 offensive, 0 not) are read. The project
 * carries what was learned from them and none of the sentences.
 *
 * <p>[1] Deng et al., COLD: A Benchmark for Chinese Offensive Language Detection,
 * https://arxiv.org/abs/2201.06025
 *
 * @param fingerprint of the file, in hexadecimal
 */
record Rudeness(List<Line> lines, String fingerprint) {
  Rudeness {
    lines = List.copyOf(lines);
  }

  /** One sentence. */
  record Line(String text, boolean offensive) {}

  static Rudeness none() {
    return new Rudeness(List.of(), "");
  }

  /**
   * @throws IllegalArgumentException where the file has no such columns
   */
  static Rudeness read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      List<Line> lines = reader.stream().map(row -> line(row, file)).toList();
      return new Rudeness(lines, new Sha256().add(Files.readAllBytes(file)).hex());
    }
  }

  private static Line line(NamedCsvRecord row, Path file) {
    String label = row.findField("label").orElse("");
    if (!label.equals("0") && !label.equals("1")) {
      throw new IllegalArgumentException(
          "File "
              + file
              + ", line "
              + row.getStartingLineNumber()
              + ": label '"
              + label
              + "' is neither 0 nor 1. Maybe it is no file of COLD.");
    }
    return new Line(row.findField("TEXT").orElse(""), label.equals("1"));
  }
}
