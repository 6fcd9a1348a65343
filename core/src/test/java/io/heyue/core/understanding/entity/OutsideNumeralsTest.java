package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.understanding.entity.ChineseNumerals.Style;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rows of cn2an's tests (MIT), where they lie beside the repository. */
class OutsideNumeralsTest {

  @Test
  void readsTheNumeralsThatOthersCollected() {
    Path file = OutsideSuite.folder("cn2an-tests").resolve("cn2an.jsonl");
    assumeTrue(Files.exists(file), () -> "No outside corpus at " + file + "; nothing to measure.");
    OutsideSuite.Score score = score(file);
    System.out.println(score);
    score.misses.forEach(miss -> System.out.println("  " + miss));
    assertTrue(score.accuracy() >= 0.99, score.toString());
  }

  static OutsideSuite.Score score(Path file) {
    OutsideSuite.Score score = new OutsideSuite.Score("numerals");
    for (Map<String, Object> row : OutsideSuite.rows(file)) {
      String text = (String) Json.get(row, "text");
      Object value = Json.get(row, "value");
      score.rows++;
      boolean right;
      Optional<?> ours;
      if (value instanceof String digits) {
        ours = ChineseNumerals.findDigits(text);
        right = ours.filter(digits::equals).isPresent();
      } else {
        Optional<BigDecimal> number =
            ChineseNumerals.find(text, style((String) Json.get(row, "mode")));
        ours = number;
        right = number.filter(n -> Math.abs(n.doubleValue() - (Double) value) < 1e-6).isPresent();
      }
      score.found += ours.isPresent() ? 1 : 0;
      score.right += right ? 1 : 0;
      score.first += right ? 1 : 0;
      if (!right) {
        score.misses.add(text + " want " + value + " got " + ours);
      }
    }
    return score;
  }

  private static Style style(String mode) {
    return mode.startsWith("strict")
        ? Style.STRICT
        : mode.startsWith("normal") ? Style.NORMAL : Style.SMART;
  }
}
