package io.heyue.core.understanding.entity;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of a corpus that others wrote, if it lies beside the repository. */
final class OutsideSuite {
  private OutsideSuite() {}

  static Path folder(String name) {
    return Path.of(System.getProperty("heyue.root")).resolve("../shared/data").resolve(name);
  }

  static List<Map<String, Object>> rows(Path file) {
    try {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          rows.add(Json.object(Json.parse(line)));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Entity> parse(String text, ZonedDateTime now) {
    return RuleEntityParser.of().parse(text, Lang.ZH, now, Money.CNY);
  }

  /** Counts what was found and what was right, and keeps what was not. */
  static final class Score {
    final String name;
    int rows;
    int found;
    int first;
    int right;
    final List<String> misses = new ArrayList<>();

    Score(String name) {
      this.name = name;
    }

    double recall() {
      return rows == 0 ? 0 : found / (double) rows;
    }

    /** Of those that were found. */
    double accuracy() {
      return found == 0 ? 0 : right / (double) found;
    }

    @Override
    public String toString() {
      return String.format(
          "%s: %d rows, recall %.4f, value right of these %.4f (%d; as the first reading %d)",
          name, rows, recall(), accuracy(), right, first);
    }
  }
}
