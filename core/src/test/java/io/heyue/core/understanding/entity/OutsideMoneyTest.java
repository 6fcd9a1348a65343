package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The money rows of JioNLP's tests (Apache-2.0), where they lie beside the repository. */
class OutsideMoneyTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2021-06-14T09:00:00+08:00[Asia/Shanghai]");
  private static final Map<String, String> CODES =
      Map.of(
          "元", "CNY", "港元", "HKD", "美元", "USD", "日元", "JPY", "新台币", "TWD", "泰铢", "THB", "卢布", "RUB",
          "欧元", "EUR", "澳元", "AUD", "韩元", "KRW");

  @Test
  void readsTheSumsThatOthersCollected() {
    Path file = OutsideSuite.folder("jionlp-tests").resolve("money_parser.jsonl");
    assumeTrue(Files.exists(file), () -> "No outside corpus at " + file + "; nothing to measure.");
    OutsideSuite.Score score = sums(file);
    System.out.println(score);
    score.misses.forEach(miss -> System.out.println("  " + miss));
    assertTrue(score.recall() >= 0.95, score.toString());
    assertTrue(score.accuracy() >= 0.95, score.toString());
  }

  static OutsideSuite.Score sums(Path file) {
    OutsideSuite.Score score = new OutsideSuite.Score("money");
    for (Map<String, Object> row : OutsideSuite.rows(file)) {
      String text = (String) Json.get(row, "text");
      Map<String, Object> expected = Json.object(Json.get(row, "expected"));
      Object number = Json.get(expected, "num");
      List<Object> ends = number instanceof List<?> ? Json.list(number) : List.of(number);
      String code = CODES.getOrDefault(Json.get(expected, "case"), "?");
      score.rows++;
      List<Entity> sums =
          OutsideSuite.parse(text, NOW).stream().filter(e -> e.type() == EntityType.MONEY).toList();
      if (sums.isEmpty()) {
        score.misses.add(text + " not found");
        continue;
      }
      score.found++;
      Entity sum = sums.getFirst();
      List<Value> readings = new ArrayList<>(List.of(sum.value()));
      readings.addAll(sum.alternatives());
      boolean right = sums.size() == 1 && ends.stream().allMatch(end -> holds(readings, end, code));
      score.right += right ? 1 : 0;
      score.first += right ? 1 : 0;
      if (!right) {
        score.misses.add(text + " want " + number + " " + code + " got " + sums);
      }
    }
    return score;
  }

  private static boolean holds(List<Value> readings, Object number, String code) {
    return readings.stream()
        .anyMatch(value ->
            value instanceof Value.Sum(var money)
                && money.currency().getCurrencyCode().equals(code)
                && money.decimal().compareTo(new BigDecimal((String) number)) == 0);
  }

  @Test
  void findsTheSumsInSentences() {
    Path file = OutsideSuite.folder("jionlp-tests").resolve("money_extractor.jsonl");
    assumeTrue(Files.exists(file), () -> "No outside corpus at " + file + "; nothing to measure.");
    int expected = 0;
    int found = 0;
    int extra = 0;
    for (Map<String, Object> row : OutsideSuite.rows(file)) {
      String text = (String) Json.get(row, "text");
      List<String> wanted =
          Json.list(Json.get(row, "expected")).stream()
              .map(item -> (String) Json.get(Json.object(item), "text"))
              .toList();
      List<String> ours =
          OutsideSuite.parse(text, NOW).stream()
              .filter(e -> e.type() == EntityType.MONEY)
              .map(Entity::text)
              .toList();
      expected += wanted.size();
      found += (int) wanted.stream().filter(ours::contains).count();
      extra += (int) ours.stream().filter(sum -> !wanted.contains(sum)).count();
      if (!ours.equals(wanted)) {
        System.out.println("  " + text + " want " + wanted + " got " + ours);
      }
    }
    System.out.println("money spans: " + found + " of " + expected + ", " + extra + " more");
    assertTrue(found >= 0.95 * expected, found + " of " + expected);
    assertTrue(extra <= 1, extra + " sums that are none");
  }
}
