package io.heyue.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People's words are their own, and many. */
final class WordingsTest {
  private static final Path LEXICON =
      Path.of(System.getProperty("heyue.root", "."), "data", "lexicon");

  private static final Pattern EXAMPLE =
      Pattern.compile("text: *(?:\"([^\"]+)\"|([^\",}]+?)) *[,}]");

  @ParameterizedTest
  @EnumSource(Lang.class)
  void noWordingStandsInTheLexicon(Lang lang) throws IOException {
    Set<String> lexicon = lexicon(lang);
    assertThat(lexicon).hasSizeGreaterThan(500);
    Set<String> shared = new TreeSet<>();
    for (Persona persona : Persona.values()) {
      Wordings.of(lang, persona.id()).all().values().stream()
          .flatMap(List::stream)
          .filter(wording -> !wording.contains("{"))
          .map(WordingsTest::plain)
          .filter(lexicon::contains)
          .forEach(shared::add);
    }
    assertThat(shared).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void noWordingStandsTwiceInOneSituation(Lang lang) {
    for (Persona persona : Persona.values()) {
      for (Map.Entry<String, List<String>> entry :
          Wordings.of(lang, persona.id()).all().entrySet()) {
        assertThat(new HashSet<>(entry.getValue()))
            .as(persona.id() + " " + entry.getKey())
            .hasSameSizeAs(entry.getValue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everySituationHasManyWordings(Lang lang) {
    for (Persona persona : Persona.values()) {
      Wordings.of(lang, persona.id())
          .all()
          .forEach((situation, words) ->
              assertThat(words.size())
                  .as(persona.id() + " " + situation)
                  .isGreaterThanOrEqualTo(12));
    }
  }

  @Test
  void bothLanguagesHaveTheSameSituations() {
    for (Persona persona : Persona.values()) {
      assertThat(Wordings.of(Lang.EN, persona.id()).all().keySet())
          .as(persona.id())
          .isEqualTo(Wordings.of(Lang.ZH, persona.id()).all().keySet());
    }
  }

  private static Set<String> lexicon(Lang lang) throws IOException {
    Set<String> texts = new HashSet<>();
    try (Stream<Path> files = Files.walk(LEXICON.resolve(lang.code()))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        for (String line : Files.readAllLines(file)) {
          Matcher matcher = EXAMPLE.matcher(line);
          while (matcher.find()) {
            texts.add(plain(matcher.group(matcher.group(1) == null ? 2 : 1)));
          }
          if (line.strip().startsWith("- ") && !line.contains("{")) {
            texts.add(plain(line.strip().substring(2).replace("\"", "")));
          }
        }
      }
    }
    return texts;
  }

  /** Without punctuation, spaces and case. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{P}\\s]", "").toLowerCase(java.util.Locale.ROOT);
  }
}
