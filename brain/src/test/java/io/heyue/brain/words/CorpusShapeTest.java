package io.heyue.brain.words;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the labelled sentences to their form, so that what is measured on them means something. */
class CorpusShapeTest {
  private static final Set<String> CATEGORIES =
      Set.of(
          "threat",
          "insult",
          "intimidation",
          "false_authority",
          "coercion",
          "shaming",
          "third_party_disclosure",
          "privacy",
          "false_urgency",
          "inducing_new_debt",
          "hidden_extra_charge");
  private static final Set<String> FACTS =
      Set.of("creditReporting", "creditNoticeProven", "lawsuitDecided", "overdue");

  @ParameterizedTest
  @CsvSource({
    "zh,forbidden,800,60",
    "en,forbidden,200,15",
    "zh,permitted,800,50",
    "en,permitted,200,14"
  })
  void there_is_enough_of_each_category(String lang, String label, int atLeast, int ofEach) {
    List<Corpus.Sentence> sentences = Corpus.read(lang, label);
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(atLeast);
    Map<String, Long> counts =
        sentences.stream().collect(groupingBy(Corpus.Sentence::category, counting()));
    for (String category : CATEGORIES) {
      assertThat(counts.getOrDefault(category, 0L)).as(category).isGreaterThanOrEqualTo(ofEach);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh,150,14", "en,30,3"})
  void each_category_is_also_said_in_disguise(String lang, int atLeast, int ofEach) {
    List<Corpus.Sentence> evasions =
        Corpus.read(lang, "forbidden").stream().filter(Corpus.Sentence::evades).toList();
    assertThat(evasions).hasSizeGreaterThanOrEqualTo(atLeast);
    Map<String, Long> counts =
        evasions.stream().collect(groupingBy(Corpus.Sentence::category, counting()));
    for (String category : CATEGORIES) {
      assertThat(counts.getOrDefault(category, 0L)).as(category).isGreaterThanOrEqualTo(ofEach);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh,forbidden", "zh,permitted", "en,forbidden", "en,permitted"})
  void a_line_says_what_its_file_says(String lang, String label) {
    Predicate<String> known =
        label.equals("forbidden")
            ? CATEGORIES::contains
            : category -> CATEGORIES.contains(category) || category.equals("ordinary");
    for (Corpus.Sentence sentence : Corpus.read(lang, label)) {
      assertThat(sentence.lang()).as(sentence.id()).isEqualTo(lang);
      assertThat(sentence.label()).as(sentence.id()).isEqualTo(label);
      assertThat(sentence.id()).startsWith(lang + "-" + label.charAt(0) + "-");
      assertThat(sentence.category()).as(sentence.id()).matches(known);
      assertThat(sentence.text()).as(sentence.id()).isNotBlank().isEqualTo(sentence.text().strip());
      assertThat(FACTS).as(sentence.id()).containsAll(sentence.facts().keySet());
    }
  }

  /** The same words may stand twice only where different facts make them permitted or forbidden. */
  @Test
  void nothing_is_said_twice() {
    Set<String> ids = new HashSet<>();
    Set<List<Object>> said = new HashSet<>();
    all()
        .forEach(sentence -> {
          assertThat(ids.add(sentence.id())).as(sentence.id()).isTrue();
          assertThat(said.add(List.of(sentence.text(), sentence.facts())))
              .as(sentence.text())
              .isTrue();
        });
    assertThat(ids).hasSizeGreaterThanOrEqualTo(2000);
  }

  /** Words that only their facts permit are in the set without them too, as forbidden ones. */
  @ParameterizedTest
  @CsvSource({"zh,20", "en,9"})
  void what_facts_permit_is_forbidden_without_them(String lang, int atLeast) {
    Set<String> bare = new HashSet<>();
    Corpus.read(lang, "forbidden").stream()
        .filter(sentence -> sentence.facts().isEmpty())
        .forEach(sentence -> bare.add(sentence.text()));
    List<String> gated =
        Corpus.read(lang, "permitted").stream()
            .filter(sentence -> sentence.facts().containsValue(true))
            .map(Corpus.Sentence::text)
            .toList();
    assertThat(gated).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(bare).containsAll(gated);
  }

  private static Stream<Corpus.Sentence> all() {
    return Stream.of("zh", "en")
        .flatMap(lang ->
            Stream.of("forbidden", "permitted")
                .flatMap(label -> Corpus.read(lang, label).stream()));
  }
}
