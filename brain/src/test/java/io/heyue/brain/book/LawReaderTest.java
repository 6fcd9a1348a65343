package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.HoldKind;
import io.heyue.core.law.RuleForm;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawReaderTest {
  private static final String RULE =
      """
      id: CN-HLD-09
      version: 1
      place: CN
      from: 2025-02-28
      kind: hard
      confidence: M
      form: hold_bar
      values: {holds: [hardship]}
      citation: {document: "A law", article: "Art. 1"}
      plain: {zh: 一句话。, en: A sentence.}
      permitted:
        - {holds: []}
      forbidden:
        - {holds: [hardship]}
      """;

  @TempDir private Path folder;

  @Test
  void aWholeRuleIsRead() {
    LawReader reader = new LawReader();

    assertThat(new Broken(folder).flaws(RULE, reader::read)).isEmpty();

    assertThat(reader.rulings()).hasSize(1);
    var rule = reader.rulings().getFirst().rule();
    assertThat(rule.id()).hasToString("CN-HLD-09@1");
    assertThat(rule.form()).isEqualTo(new RuleForm.HoldBar(Set.of(HoldKind.HARDSHIP)));
    assertThat(rule.blocks()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "version: 1|versoin: 1|data/x.yaml:2: There is no key 'versoin' here. Maybe 'version'.",
        "version: 1|versoin: 1|data/x.yaml:1: 'version' is missing. Maybe 'versoin' is meant.",
        "version: 1|version: one|data/x.yaml:2: 'version' is 'one'; it must be a whole number. Maybe",
        "version: 1|version: 0|data/x.yaml:2: The number is 0; it must be at least 1. Maybe",
        "version: 1|version: |data/x.yaml:2: 'version' is ''; it must be a whole number. Maybe its value is missing.",
        "id: CN-HLD-09|id: hold 9|data/x.yaml:1: 'hold 9' is no rule id. Maybe CN-GBT-01.",
        "place: CN|place: China|data/x.yaml:3: 'China' is no place. Maybe CN, US-NY",
        "from: 2025-02-28|from: 2025-02-30|data/x.yaml:4: 'from' is '2025-02-30'; it must be a day. Maybe",
        "kind: hard|kind: soft|data/x.yaml:5: There is no kind 'soft'. Maybe one of hard, warn, cfg.",
        "confidence: M|confidence: L|data/x.yaml:5: A rule of confidence L can't block; its kind must be warn. Maybe",
        "form: hold_bar|form: hold_bars|data/x.yaml:7: There is no form 'hold_bars'. Maybe 'hold_bar'.",
        "values: {holds: [hardship]}|values: {holds: [hardshp]}|data/x.yaml:8: There is no hold 'hardshp'. Maybe 'hardship'.",
        "values: {holds: [hardship]}|values: {holds: []}|data/x.yaml:8: 'holds' is an empty list. Maybe",
        "values: {holds: [hardship]}|values: hardship|data/x.yaml:8: 'values' is 'hardship'; it must be a mapping. Maybe",
        "values: {holds: [hardship]}|values: {holds: [hardship], holds: [stop]}|data/x.yaml:8: 'holds' stands here twice. Maybe",
        "plain: {zh: 一句话。, en: A sentence.}|plain: {zh: 一句话。}|data/x.yaml:10: 'plain': 'en' is missing. Maybe",
        "citation: {document: `A law`, article: `Art. 1`}|citation: {document: 7, article: `Art. 1`}|data/x.yaml:9: 'document' is '7'; it must be a text. Maybe it needs quotes.",
        "  - {holds: []}|  - {holds: [hardship]}|data/x.yaml:12: The rule refuses this example, which must be permitted. Maybe",
        "  - {holds: [hardship]}|  - {holds: [stop]}|data/x.yaml:14: The rule permits this example, which must be forbidden. Maybe",
        "  - {holds: []}|  - {hold: []}|data/x.yaml:12: There is no key 'hold' here. Maybe 'holds'.",
        "kind: hard|kind: [hard|This is no YAML: ",
        "kind: hard|kind: hard: er|data/x.yaml:5: This is no YAML: ",
      })
  void whatIsWrongIsNamedWithItsLineAndAGuess(String right, String wrong, String message) {
    String quoted = wrong.replace('`', '"');
    String text = RULE.replace(right.replace('`', '"'), quoted);
    assertThat(text).isNotEqualTo(RULE);

    List<String> flaws = new Broken(folder).flaws(text, new LawReader()::read);

    assertThat(flaws).anyMatch(flaw -> flaw.contains(message.replace('`', '"')));
    assertThat(flaws).allMatch(flaw -> flaw.matches("(?s)data/x\\.yaml:\\d+: .*Maybe .*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact_window|{from: '22:00', to: '08:00', agreed_hours: true}|data/x.yaml:8: The window ends at 08:00, not after 22:00. Maybe the two are swapped.",
        "contact_window|{from: 8 o'clock, to: '22:00', agreed_hours: yes}|data/x.yaml:8: 'from' is '8 o'clock'; it must be a time of day. Maybe",
        "contact_window|{from: '08:00', to: '22:00', agreed_hours: yes}|data/x.yaml:8: 'agreed_hours' is 'yes'; it must be true or false. Maybe",
        "forbidden_words|{category: threat, patterns: ['(unclosed']}|data/x.yaml:8: 'patterns' is no regular expression: Unclosed group",
        "limitation_gate|{limitation: three years}|data/x.yaml:8: 'limitation' is 'three years'; it must be a period. Maybe P3Y",
        "frequency_cap|{count: attempts, per: person, most: 2, days: 90, counted: []}|data/x.yaml:8: The cap counts over 90 days; contacts are remembered for 30. Maybe",
        "price_cap|{most: 24, relief_only: true}|data/x.yaml:8: A rate is 24 a year; 24 % is 0.24. Maybe",
      })
  void theValuesOfEachFormAreChecked(String form, String values, String message) {
    String text =
        RULE.replace("form: hold_bar", "form: " + form)
            .replace("values: {holds: [hardship]}", "values: " + values);

    assertThat(new Broken(folder).flaws(text, new LawReader()::read))
        .anyMatch(flaw -> flaw.contains(message));
  }

  @Test
  void allFaultsOfAFileAreNamedAtOnce() {
    String text =
        RULE.replace("kind: hard", "kind: soft")
            .replace("place: CN", "place: China")
            .replace("from: 2025-02-28", "from: someday");

    assertThat(new Broken(folder).flaws(text, new LawReader()::read))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aRuleThatStandsTwiceAndVersionsThatOverlapAreNamed() {
    LawReader reader = new LawReader();
    new Broken(folder).flaws(RULE, reader::read);

    assertThat(new Broken(folder).flaws(RULE, reader::read))
        .anyMatch(
            flaw -> flaw.startsWith("data/x.yaml:1: Rule CN-HLD-09@1 stands in data/x.yaml too."));
    assertThat(new Broken(folder).flaws(RULE.replace("version: 1", "version: 2"), reader::read))
        .anyMatch(flaw ->
            flaw.startsWith("data/x.yaml:4: Rule CN-HLD-09@2 is in force while CN-HLD-09@1 is."));
  }

  @Test
  void aFileInAnotherEncodingAndAnEmptyOneAreNamed() {
    assertThat(
            new Broken(folder)
                .flaws(RULE.getBytes(Charset.forName("GB18030")), new LawReader()::read))
        .containsExactly("data/x.yaml:1: The file is not UTF-8. Maybe it was saved as GB18030.");
    assertThat(new Broken(folder).flaws("", new LawReader()::read))
        .containsExactly("data/x.yaml:1: The file is empty. Maybe it was saved too early.");
    assertThat(new Broken(folder).flaws("\uFEFF" + RULE, new LawReader()::read)).isEmpty();
  }
}
