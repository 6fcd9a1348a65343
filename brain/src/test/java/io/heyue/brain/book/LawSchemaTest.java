package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What editors are told of rule files is what the reader wants of them. */
class LawSchemaTest {
  /** Far from every key, so that the reader names all that it would have taken instead. */
  private static final String NO_KEY = "zzzzzzzzzzzz";

  private static final Pattern KNOWN =
      Pattern.compile("There is no key '" + NO_KEY + "' here. Maybe one of ([a-z_, ]+)\\.");
  private static final Pattern MISSING = Pattern.compile("'([a-z_]+)' is missing\\.");

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

  private final LawSchema schema = new LawSchema();

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyRuleFileIsAsTheSchemaWantsItAndNamesIt() throws IOException {
    Path law = RealData.folder().resolve("law");
    try (Stream<Path> files = Files.walk(law, 2)) {
      return files
          .filter(file -> file.getNameCount() == law.getNameCount() + 2)
          .sorted()
          .toList()
          .stream()
          .map(file ->
              DynamicTest.dynamicTest(
                  law.relativize(file).toString(),
                  () -> {
                    String text = Files.readString(file);
                    assertThat(text).startsWith("# yaml-language-server: $schema=../schema.json\n");
                    assertThat(schema.flaws(text)).isEmpty();
                  }));
    }
  }

  @Test
  void aRightRuleIsRefusedByNeither() {
    assertThat(schema.flaws(RULE)).isEmpty();
    assertThat(reader(RULE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: CN-HLD-09|id: hold 9",
        "id: CN-HLD-09|title: CN-HLD-09",
        "version: 1|version: 0",
        "version: 1|version: `1`",
        "version: 1|versoin: 1",
        "place: CN|place: China",
        "from: 2025-02-28|from: 28.2.2025",
        "from: 2025-02-28|from: 2025-13-28",
        "kind: hard|kind: soft",
        "confidence: M|confidence: X",
        "confidence: M|confidence: L",
        "confidence: M|confidence: U",
        "form: hold_bar|form: hold_bars",
        "form: hold_bar|form: addressee",
        "values: {holds: [hardship]}|values: {holds: [hardshp]}",
        "values: {holds: [hardship]}|values: {holds: []}",
        "values: {holds: [hardship]}|values: {}",
        "values: {holds: [hardship]}|values: {holds: [hardship], days: 3}",
        "values: {holds: [hardship]}|values: hardship",
        "plain: {zh: 一句话。, en: A sentence.}|plain: {zh: 一句话。}",
        "plain: {zh: 一句话。, en: A sentence.}|plain: {zh: 一句话。, en: ` `}",
        "citation: {document: `A law`, article: `Art. 1`}|citation: {document: `A law`}",
        "citation: {document: `A law`, article: `Art. 1`}|citation: {document: 7, article: `Art. 1`}",
        "  - {holds: []}|  - {hold: []}",
        "  - {holds: []}|  - {at: noon}",
        "  - {holds: []}|  - {at: `25:00`}",
        "  - {holds: []}|  - {channel: fax}",
        "  - {holds: []}|  - {flags: [Vulnerable]}",
        "  - {holds: []}|  - {history: [{channel: sms}]}",
        "  - {holds: []}|  - {history: [{ago: 1 day}]}",
        "kind: hard|kind: hard§applies: {licences: [insurer]}",
        "kind: hard|kind: hard§applies: {licence: [bank]}",
        "kind: hard|kind: hard§remedy: {en: Wait.}",
      })
  void whatTheSchemaRefusesTheReaderRefusesToo(String right, String wrong) {
    String text = RULE.replace(right.replace('`', '"'), wrong.replace('`', '"').replace("§", "\n"));
    assertThat(text).isNotEqualTo(RULE);

    assertThat(schema.flaws(text)).as("schema").isNotEmpty();
    assertThat(reader(text)).as("reader").isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact_window|{from: 8 o'clock, to: '22:00', agreed_hours: true}",
        "contact_window|{from: '08:00', to: '22:00'}",
        "contact_window|{from: '08:00', to: '22:00', agreed_hours: yes}",
        "frequency_cap|{count: attempts, per: person, most: 2}",
        "frequency_cap|{count: attempts, per: person, most: 2, days: 1, rolling: P1D}",
        "frequency_cap|{count: attempts, per: person, most: -1, days: 1}",
        "frequency_cap|{count: attempts, per: person, most: 2, days: 31}",
        "frequency_cap|{count: tries, per: person, most: 2, days: 1}",
        "frequency_cap|{count: attempts, per: person, most: 2, days: 1, policy: max_attempts_per_day}",
        "frequency_cap|{count: attempts, per: person, most: 2, days: 1, raise_to: 3}",
        "cooling_off|{days: 0}",
        "consent_needed|{to: fax, silence_is_consent: true}",
        "notice_gate|{of: sale}",
        "limitation_gate|{limitation: three years}",
        "required_facts|{facts: [weather]}",
        "contact_duty|{tasks: [whistle]}",
        "rights|{rights: [money]}",
        "disclosure|{duties: [weather]}",
        "disclosure|{duties: [identity], at: night}",
        "forbidden_words|{category: threat, patterns: []}",
        "fact_gate|{statement: arrest, patterns: [arrest]}",
        "price_cap|{most: '24', relief_only: true}",
        "price_cap|{lpr_times: '4', relief_only: true}",
        "price_cap|{lpr_times: '101', lpr: {'2024-01-22': '0.0345'}, relief_only: true}",
        "price_cap|{lpr: {'2024': '0.03'}, lpr_times: '4', relief_only: true}",
        "plan_bound|{instalments: 0}",
        "deadline|{of: complaint, within: 15 days}",
        "deadline|{of: Complaints, within: P15D}",
        "retention|{of: record}",
        "preconditions|{acts: [share], needs: []}",
        "preconditions|{acts: [share], needs: [consent], within: a year}",
        "prohibited_acts|{acts: []}",
        "standard|{binds: [insurer]}",
        "excluded_inputs|{traits: []}",
        "abandonment|{within: PT2S, share: '3', over: P30D, cooling: PT72H}",
      })
  void theValuesOfEachFormAreRefusedByBoth(String form, String values) {
    String text =
        RULE.replace("form: hold_bar", "form: " + form)
            .replace("values: {holds: [hardship]}", "values: " + values);
    String line = ":" + lineOf(text, "values:") + ":";

    assertThat(schema.flaws(text)).as("schema").anyMatch(flaw -> flaw.contains("/values"));
    assertThat(reader(text)).as("reader").anyMatch(flaw -> flaw.contains(line));
  }

  @Test
  void theSchemaKnowsTheReadersFormsAndNoOthers() {
    assertThat(schema.forms()).isEqualTo(FormReader.FORMS.values().keySet());
  }

  @Test
  void theSchemaKnowsTheReadersWordsAndNoOthers() {
    Map<String, Words<?>> words =
        Map.ofEntries(
            Map.entry("kind", LawReader.KIND),
            Map.entry("confidence", LawReader.CONFIDENCE),
            Map.entry("channel", FormReader.CHANNEL),
            Map.entry("licence", LawReader.LICENCE),
            Map.entry("purpose", LawReader.PURPOSE),
            Map.entry("relation", FormReader.RELATION),
            Map.entry("source", FormReader.SOURCE),
            Map.entry("hold", FormReader.HOLD),
            Map.entry("consent", ContactForms.CONSENT),
            Map.entry("count", ContactForms.COUNT),
            Map.entry("per", ContactForms.PER),
            Map.entry("policy_value", ContactForms.POLICY),
            Map.entry("fact", ContactForms.FACT),
            Map.entry("notice", ContactForms.NOTICE),
            Map.entry("task", ContactForms.TASK),
            Map.entry("right", ContactForms.RIGHT),
            Map.entry("duty", WordForms.DUTY),
            Map.entry("occasion", WordForms.OCCASION),
            Map.entry("statement", WordForms.STATEMENT),
            Map.entry("lang", ExampleReader.LANG));

    assertThat(schema.enumerations()).isEqualTo(new TreeSet<>(words.keySet()));
    words.forEach((name, known) ->
        assertThat(schema.words(name)).as(name).isEqualTo(new TreeSet<>(known.values().keySet())));
    assertThat(LawSchema.keys(schema.definition("sentence")))
        .isEqualTo(Stream.of(Lang.values()).map(Lang::code).collect(Collectors.toSet()));
  }

  @TestFactory
  Stream<DynamicTest> theSchemaKnowsTheReadersKeysAndNoOthers() {
    return FormReader.FORMS.values().keySet().stream()
        .map(form -> DynamicTest.dynamicTest(form, () -> keysOf(form)));
  }

  private void keysOf(String form) {
    String text =
        RULE.replace("form: hold_bar", "form: " + form)
            .replace("values: {holds: [hardship]}", "values: {" + NO_KEY + ": 1}")
            .replace("  - {holds: []}", "  - {" + NO_KEY + ": 1}");
    List<String> flaws = reader(text);

    same(schema.definition(form), flaws, lineOf(text, "values:"));
    List<JsonNode> examples = schema.examples(form);
    int line = lineOf(text, "  - {" + NO_KEY);
    if (examples.size() == 1) {
      same(examples.getFirst(), flaws, line);
    } else {
      Set<String> keys = new TreeSet<>();
      examples.forEach(example -> keys.addAll(LawSchema.keys(example)));
      assertThat(known(flaws, line)).isEqualTo(keys);
    }
  }

  @Test
  void theKeysAroundTheValuesAreTheReadersToo() {
    Set<String> free = new TreeSet<>(LawSchema.keys(schema.root()));
    free.removeAll(LawSchema.required(schema.root()));
    assertThat(known(reader(RULE + NO_KEY + ": 1\n"), lineOf(RULE, "forbidden:") + 2))
        .isEqualTo(free);
    inside("citation: {document: \"A law\", article: \"Art. 1\"}", "citation: {%s: 1}", "citation");
    inside("  - {holds: []}", "  - {policy: {%s: 1}}", "policy");
    inside("  - {holds: []}", "  - {history: [{%s: 1}]}", "trace");
    String applies = RULE + "applies: {" + NO_KEY + ": 1}\n";
    same(schema.applies(), reader(applies), lineOf(applies, "applies:"));
    String carries =
        RULE.replace("form: hold_bar", "form: disclosure")
            .replace("values: {holds: [hardship]}", "values: {duties: [label], at: export}")
            .replace("  - {holds: []}", "  - {" + NO_KEY + ": 1}");
    same(schema.definition("carries_example"), reader(carries), lineOf(carries, "  - {" + NO_KEY));
  }

  private void inside(String right, String wrong, String definition) {
    String text = RULE.replace(right, wrong.formatted(NO_KEY));
    same(schema.definition(definition), reader(text), lineOf(text, wrong.substring(0, 6)));
  }

  /** That the reader misses and takes the same keys on {@code line} as the schema. */
  private static void same(JsonNode object, List<String> flaws, int line) {
    assertThat(known(flaws, line)).isEqualTo(LawSchema.keys(object));
    assertThat(found(MISSING, flaws, line)).isEqualTo(LawSchema.required(object));
  }

  private static Set<String> known(List<String> flaws, int line) {
    return found(KNOWN, flaws, line).stream()
        .flatMap(list -> Arrays.stream(list.split(", ", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, List<String> flaws, int line) {
    return flaws.stream()
        .filter(flaw -> flaw.startsWith("data/x.yaml:" + line + ":"))
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int lineOf(String text, String begin) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(begin)) {
        return i + 1;
      }
    }
    throw new AssertionError("No line begins with " + begin);
  }

  private List<String> reader(String text) {
    return new Broken(folder).flaws(text, new LawReader()::read);
  }
}
