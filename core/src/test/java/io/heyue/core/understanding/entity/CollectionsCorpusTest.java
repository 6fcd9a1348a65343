package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;

/** What people in arrears say, with the entities that each utterance names. */
class CollectionsCorpusTest {
  /** A Wednesday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-18T10:00:00+08:00[Asia/Shanghai]");

  @Test
  void chineseUtterances() throws IOException {
    check("collections-zh.tsv", Lang.ZH, Money.CNY, 500);
  }

  @Test
  void englishUtterances() throws IOException {
    check("collections-en.tsv", Lang.EN, Currency.getInstance("USD"), 130);
  }

  private static void check(String name, Lang lang, Currency usual, int least) throws IOException {
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (String line : lines(name)) {
      String[] columns = line.split("\t", -1);
      String ours = Rendering.of(RuleEntityParser.of().parse(columns[0], lang, NOW, usual), usual);
      rows++;
      if (!ours.equals(columns[1])) {
        wrong.add(columns[0] + "\n  want " + columns[1] + "\n  got  " + ours);
      }
    }
    System.out.println("corpus " + name + ": " + (rows - wrong.size()) + " of " + rows + " right");
    assertTrue(rows >= least, "only " + rows + " rows in " + name);
    assertEquals(List.of(), wrong);
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream stream = CollectionsCorpusTest.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
