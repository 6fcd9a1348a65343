package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Entities in utterances that were written without the parser: how many are found, how many of
 * these have the right value, and how many more are found that aren't there.
 */
class UnseenCorpusTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-18T10:00:00+08:00[Asia/Shanghai]");

  @Test
  void chinese() throws IOException {
    check("unseen-zh.tsv", Lang.ZH, Money.CNY, 0.95);
  }

  @Test
  void english() throws IOException {
    check("unseen-en.tsv", Lang.EN, Currency.getInstance("USD"), 0.95);
  }

  private static void check(String name, Lang lang, Currency usual, double least)
      throws IOException {
    int wanted = 0;
    int found = 0;
    int right = 0;
    int more = 0;
    List<String> misses = new ArrayList<>();
    for (String line : lines(name)) {
      String[] columns = line.split("\t", -1);
      List<String> want = entities(columns.length < 2 ? "" : columns[1]);
      List<String> got =
          entities(Rendering.of(RuleEntityParser.of().parse(columns[0], lang, NOW, usual), usual));
      List<String> left = new ArrayList<>(got);
      boolean missed = false;
      for (String each : want) {
        wanted++;
        if (left.remove(each)) {
          found++;
          right++;
          continue;
        }
        missed = true;
        if (left.removeIf(other -> alike(each, other))) {
          found++;
        }
      }
      more += left.size();
      if (missed || !left.isEmpty()) {
        misses.add(columns[0] + "\n  want " + want + "\n  got  " + got);
      }
    }
    double recall = (double) found / wanted;
    double accuracy = (double) right / found;
    String figures =
        "%s: %d entities, recall %.4f, value right of these %.4f, %d more"
            .formatted(name, wanted, recall, accuracy, more);
    System.out.println(figures);
    misses.forEach(System.out::println);
    assertTrue(recall >= least, figures);
    assertTrue(accuracy >= least, figures);
  }

  /** Whether the same kind of thing was found in overlapping words. */
  private static boolean alike(String want, String got) {
    String one = words(want);
    String other = words(got);
    return one.contains(other) || other.contains(one);
  }

  private static String words(String entity) {
    String behind = entity.substring(entity.indexOf(' ') + 1);
    return behind.substring(0, Math.max(0, behind.indexOf(" = ")));
  }

  private static List<String> entities(String column) {
    return Stream.of(column.split(" \\| ", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream stream = UnseenCorpusTest.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
