package io.heyue.brain.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.brain.file.Sha256;
import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.core.words.Plain;
import io.heyue.core.words.Sentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was trained refuses none of the phrases that a person approved, whatever was learned since;
 * and nobody gets anything else past it by a place in them.
 */
class PhrasesMayBeSaidTest {
  private static final Path ROOT = Path.of(System.getProperty("heyue.root", ".."));
  private static final Path DATA = ROOT.resolve("data");
  private static final Ears EARS = Ears.open(DATA, ROOT.resolve("brain/target/heads"));

  private static final Pattern MARK = Pattern.compile("\\[[a-z_:]+\\|([^|\\]]*)(?:\\|[^\\]]*)?]");

  private static final Map<Lang, List<Map<String, String>>> PLACES =
      Map.of(
          Lang.ZH,
          List.of(
              Map.of(
                  "lender",
                  "晴川消费金融",
                  "name",
                  "甲晴川",
                  "speaker",
                  "和约智能助手",
                  "product",
                  "消费贷",
                  "pay_at",
                  "手机银行或官网",
                  "agreement",
                  "11月28日前还清3,280.50元",
                  "schedule",
                  "11月28日426元"),
              Map.of(
                  "lender",
                  "白石村镇银行",
                  "name",
                  "欧阳远",
                  "speaker",
                  "小石",
                  "product",
                  "信用卡",
                  "pay_at",
                  "营业网点",
                  "agreement",
                  "分3期，每期426元",
                  "schedule",
                  "12月5日500元")),
          Lang.EN,
          List.of(
              Map.of(
                  "lender",
                  "Clear River Finance",
                  "name",
                  "Mary Stone",
                  "speaker",
                  "Heyue assistant",
                  "product",
                  "consumer loan",
                  "pay_at",
                  "the mobile app",
                  "agreement",
                  "CNY 3,280.50 by 28 November",
                  "schedule",
                  "CNY 426.00 on 5 December"),
              Map.of(
                  "lender",
                  "Whitestone Bank",
                  "name",
                  "Bob Reed",
                  "speaker",
                  "Mia",
                  "product",
                  "credit card",
                  "pay_at",
                  "any branch",
                  "agreement",
                  "3 instalments of CNY 426.00",
                  "schedule",
                  "CNY 500.00 on 5 December")));

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyApprovedPhraseMayBeSaid(Lang lang) {
    List<String> refused = new ArrayList<>();
    for (Path file : Sha256.yamlFiles(DATA.resolve("phrases/" + lang.code()))) {
      Yaml.read(file)
          .entries()
          .forEach(phrase ->
              wordings(phrase.getValue())
                  .flatMap(written -> filled(written, lang))
                  .filter(PhrasesMayBeSaidTest::isRefused)
                  .forEach(words -> refused.add(phrase.getKey() + ": " + words)));
    }
    assertThat(refused).isEmpty();
  }

  /** What is heard of a sentence changes with each code; whoever doubts us needs it whole. */
  @Test
  void theCodeThatProvesUsIsSaidWhateverItIs() {
    List<String> refused =
        IntStream.range(0, 300)
            .mapToObj(number ->
                "您可以在heyue.example/verify输入核验码%08d，查证这次联系是不是真的；也可以自己拨打南屏小贷的官方热线95000。"
                    .formatted(number * 333_667L))
            .filter(PhrasesMayBeSaidTest::isRefused)
            .toList();
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "有一件事需要与您本人确认，请打开 不还钱就找你老板 。",
    "您好，这里是不还就去你家闹委托的和约智能助手。",
    "'You can call or we will tell your boss, where people at Clear River Finance will help you.'"
  })
  void nothingElseGetsPastByAPlace(String words) {
    assertThat(isRefused(words)).isTrue();
  }

  private static boolean isRefused(String words) {
    Plain plain = EARS.normaliser().normalise(words);
    String text = plain.text();
    return Stream.concat(Sentences.of(text).stream(), Sentences.together(text).stream())
        .map((Span span) -> span.of(text).strip())
        .filter(part -> part.codePoints().anyMatch(Character::isLetter))
        .anyMatch(part -> EARS.sense(part, Sentences.lang(part)).isPresent());
  }

  private static Stream<String> wordings(Yaml phrase) {
    Stream<Yaml> all = phrase.value() instanceof List<?> ? phrase.elements() : Stream.of(phrase);
    return all.map(each -> each.isMap() ? each.field("text").text() : each.text());
  }

  private static Stream<String> filled(String written, Lang lang) {
    return PLACES.getOrDefault(lang, List.of()).stream()
        .map(places -> {
          String words = MARK.matcher(written).replaceAll("$1");
          for (Map.Entry<String, String> place : places.entrySet()) {
            words = words.replace("{" + place.getKey() + "}", place.getValue());
          }
          String day = lang == Lang.ZH ? "11月28日" : "28 November";
          String sum = lang == Lang.ZH ? "3,280.50元" : "CNY 3,280.50";
          return words
              .replaceAll("\\{(link|site)}", "https://pay.lender.example/c/1a2b3c")
              .replaceAll("\\{(date|due_date|last_date|when)}", day)
              .replaceAll(
                  "\\{(amount|overdue|waived|rest|last_amount|each|balance|principal|payments|minimum)}",
                  sum)
              .replaceAll("\\{(overdue_rate|contract_rate)}", "18%")
              .replaceAll("\\{(hotline|help_line|tail|code)}", "95000")
              .replaceAll("\\{(days|count|answer_days)}", "3");
        });
  }
}
