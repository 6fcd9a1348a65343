package io.heyue.brain.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.brain.book.Books;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.compliance.Guard;
import io.heyue.core.turn.WordFacts;
import io.heyue.core.turn.WordsCheck;
import io.heyue.core.turn.WordsVerdict;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Measures the guard of words on sentences that its author never saw, and prints the table by
 * category. The aim is to catch 0.97 and to refuse wrongly at most 0.02; what is asserted is that
 * it gets no worse than it is (doc/words.md says how far it is from the aim).
 */
class WordsCorpusTest {
  private static final Path ROOT = Path.of(System.getProperty("heyue.root", ".."));
  private static final Path FOLDER = ROOT.resolve("brain/src/test/resources/words");
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 26, 10, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

  private static final Ears EARS =
      Ears.open(ROOT.resolve("data"), ROOT.resolve("brain/target/heads"));
  private static final WordsCheck CHECK =
      new WordsCheck(
          new Guard(Books.read(ROOT.resolve("data")).law(), EARS.reader()),
          RuleEntityParser.of(),
          EARS.advice(),
          Set.of("CN"));

  /** How many of a category there are, and how many of them were caught or refused. */
  private static final class Count {
    private int forbidden;
    private int caught;
    private int permitted;
    private int refused;

    private void add(boolean bad, boolean found) {
      if (bad) {
        forbidden++;
        caught += found ? 1 : 0;
      } else {
        permitted++;
        refused += found ? 1 : 0;
      }
    }
  }

  @ParameterizedTest
  // The linear head is drawn anew with every phrase that changes: a few sentences more or less.
  @CsvSource({"zh,0.93,0.04", "en,0.86,0.055"})
  void itGetsNoWorse(String lang, double caught, double refused) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the sentences are not here");
    Map<String, Count> counts = new TreeMap<>();
    Count all = new Count();
    for (String label : List.of("forbidden", "permitted")) {
      for (String line : Files.readAllLines(FOLDER.resolve(lang + "-" + label + ".jsonl"))) {
        Map<?, ?> object =
            (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(line);
        boolean found = judged(object).kind() != WordsVerdict.Kind.PERMITTED;
        boolean bad = label.equals("forbidden");
        counts
            .computeIfAbsent(String.valueOf(object.get("category")), _ -> new Count())
            .add(bad, found);
        all.add(bad, found);
      }
    }
    counts.put("all", all);
    counts.forEach((category, count) ->
        System.out.printf(
            "%s %-24s caught %3d of %3d, refused %3d of %3d%n",
            lang, category, count.caught, count.forbidden, count.refused, count.permitted));
    assertThat((double) all.caught / all.forbidden).as("caught").isGreaterThanOrEqualTo(caught);
    assertThat((double) all.refused / all.permitted).as("refused").isLessThanOrEqualTo(refused);
  }

  private static WordsVerdict judged(Map<?, ?> object) {
    return CHECK.judge(
        String.valueOf(object.get("text")),
        Lang.find(String.valueOf(object.get("lang"))).orElseThrow(),
        facts(object.get("facts")),
        NOW);
  }

  private static WordFacts facts(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return WordFacts.none();
    }
    Map<String, Money> sums = new HashMap<>();
    if (map.get("overdue") != null) {
      sums.put("overdue", Money.of(new BigDecimal(String.valueOf(map.get("overdue"))), Money.CNY));
    }
    return new WordFacts(
        true,
        (Boolean) map.get("creditReporting"),
        (Boolean) map.get("creditNoticeProven"),
        (Boolean) map.get("lawsuitDecided"),
        (Boolean) map.get("verified"),
        sums,
        Set.of(),
        null,
        null,
        null,
        null);
  }

  /** What is suggested may itself be said. */
  @Test
  void everySuggestionIsPermitted() {
    for (Lang lang : Lang.values()) {
      EARS.advice().counsels().getOrDefault(lang, Map.of()).values().stream()
          .flatMap(List::stream)
          .filter(counsel -> !counsel.silence())
          .map(counsel -> counsel.say().replace("{overdue}", lang == Lang.ZH ? "300元" : "CNY 300"))
          .forEach(say ->
              assertThat(CHECK.judge(say, lang, WordFacts.none(), NOW).kind())
                  .as(say)
                  .isEqualTo(WordsVerdict.Kind.PERMITTED));
    }
  }

  /** A kind word before it, or a report of somebody else's, makes a threat no milder. */
  @ParameterizedTest
  @CsvSource({
    "您好，我是客服小李。拖着不给钱我就去你厂里找你领导。感谢您的理解，祝您生活愉快。",
    "您说有人骚扰您，我们会核实。拖着不给钱我就去你厂里找你领导。",
    "'Hello, this is customer care. Pay or we will tell your boss. Have a nice day.'"
  })
  void nothingBesideItMakesAThreatMilder(String words) {
    assertThat(
            CHECK
                .judge(words, io.heyue.core.words.Sentences.lang(words), WordFacts.none(), NOW)
                .kind())
        .isEqualTo(WordsVerdict.Kind.FORBIDDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "不还款就起诉,threat",
    "再 不 还 就 起 诉 你,threat",
    "不还钱等着坐劳吧,threat",
    "小心我爆通迅录,threat",
    "我是公安局的，你的贷款有问题,false_authority",
    "把验证码发给我,privacy",
    "你就是个老癞,insult",
    "We will tell your employer.,threat",
    "P4y up or we will s u e you,threat"
  })
  void whatMayNotBeSaidIsForbiddenWithItsRuleItsPlaceAndAnotherWording(
      String words, String category) {
    WordsVerdict verdict =
        CHECK.judge(words, io.heyue.core.words.Sentences.lang(words), WordFacts.none(), NOW);
    assertThat(verdict.kind()).isEqualTo(WordsVerdict.Kind.FORBIDDEN);
    assertThat(verdict.category()).contains(category);
    assertThat(verdict.rules()).isNotEmpty();
    assertThat(verdict.spans()).isNotEmpty().allMatch(span -> span.end() <= words.length());
  }

  @ParameterizedTest
  @CsvSource({
    "我们不会联系您的家人",
    "我们会依法处理您的投诉",
    "您刚才说有人威胁要起诉您，我们会核实",
    "您本期应还1200元，方便的话本周五前处理就可以",
    "We will not tell your employer."
  })
  void whatSoundsForbiddenAndIsNotMayBeSaid(String words) {
    WordsVerdict verdict =
        CHECK.judge(words, io.heyue.core.words.Sentences.lang(words), WordFacts.none(), NOW);
    assertThat(verdict.kind()).as("%s", verdict).isEqualTo(WordsVerdict.Kind.PERMITTED);
  }

  @Test
  void aConsequenceIsToldOnlyWhenProvenAndWithAWayOut() {
    String words = "您的还款情况会报送征信，您可以和我们商量分期。";
    assertThat(CHECK.judge(words, Lang.ZH, WordFacts.none(), NOW).kind())
        .isEqualTo(WordsVerdict.Kind.FORBIDDEN);
    assertThat(CHECK.judge(words, Lang.ZH, proven(), NOW).kind())
        .isEqualTo(WordsVerdict.Kind.PERMITTED);
    WordsVerdict bare = CHECK.judge("您的还款情况会报送征信。", Lang.ZH, proven(), NOW);
    assertThat(bare.kind()).isEqualTo(WordsVerdict.Kind.AMENDED);
    assertThat(bare.suggestion().orElseThrow()).contains("分期");
  }

  @Test
  void aSumThatContradictsTheFactsIsForbidden() {
    assertThat(CHECK.judge("您本期应还1200元。", Lang.ZH, owing("1200"), NOW).kind())
        .isEqualTo(WordsVerdict.Kind.PERMITTED);
    WordsVerdict wrong = CHECK.judge("您本期应还1500元。", Lang.ZH, owing("1200"), NOW);
    assertThat(wrong.kind()).isEqualTo(WordsVerdict.Kind.FORBIDDEN);
    assertThat(wrong.suggestion().orElseThrow()).contains("1,200.00元");
    assertThat(CHECK.judge("您本期应还1200元。", Lang.ZH, WordFacts.none(), NOW).unproven()).hasSize(1);
  }

  @Test
  void gibberishIsNotSaid() {
    WordsVerdict verdict = CHECK.judge("鬣鬟鬓鬻魃魈魉魍", Lang.ZH, WordFacts.none(), NOW);
    assertThat(verdict.category()).contains("unclear");
    assertThat(verdict.suggestion()).isEmpty();
    assertThat(verdict.reason()).isPresent();
  }

  private static WordFacts proven() {
    return new WordFacts(true, true, true, null, null, Map.of(), Set.of(), null, null, null, null);
  }

  private static WordFacts owing(String sum) {
    return new WordFacts(
        true,
        null,
        null,
        null,
        null,
        Map.of("overdue", Money.of(new BigDecimal(sum), Money.CNY)),
        Set.of(),
        null,
        null,
        null,
        null);
  }
}
