package io.heyue.brain.llm;

import io.heyue.brain.file.Sha256;
import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.reply.Caution;
import io.heyue.core.understanding.Intent;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How models are asked, and how carefully their words are taken: {@code data/prompts/<lang>}.
 * Immutable and thread-safe.
 */
public final class Prompts {
  private static final Set<String> READING = Set.of("intents", "after", "text");
  private static final Set<String> PHRASING = Set.of("tone", "text");

  private final Map<Lang, Prompt> reading = new EnumMap<>(Lang.class);
  private final Map<Lang, Prompt> phrasing = new EnumMap<>(Lang.class);
  private final Map<Lang, Caution> caution = new EnumMap<>(Lang.class);
  private final Map<Lang, String> taxonomy = new EnumMap<>(Lang.class);

  private Prompts() {}

  /**
   * Reads {@code data/prompts} and, for what intents mean, {@code data/lexicon}.
   *
   * @throws IllegalArgumentException naming the file that is wrong and what is
   */
  public static Prompts read(Path data) {
    Prompts prompts = new Prompts();
    for (Lang lang : Lang.values()) {
      Path folder = data.resolve("prompts").resolve(lang.code());
      Yaml words = Yaml.read(folder.resolve("phrasing.yaml"));
      prompts.reading.put(lang, prompt(Yaml.read(folder.resolve("reading.yaml")), lang, READING));
      prompts.phrasing.put(lang, prompt(words, lang, PHRASING));
      prompts.caution.put(lang, caution(words));
      prompts.taxonomy.put(lang, taxonomy(data.resolve("lexicon").resolve(lang.code())));
    }
    return prompts;
  }

  private static Prompt prompt(Yaml yaml, Lang lang, Set<String> places) {
    String id = yaml.field("id").text() + "." + lang.code() + "." + yaml.field("version").text();
    String system = yaml.field("system").text();
    String user = yaml.field("user").text().strip();
    Set<String> found = new TreeSet<>();
    Pattern.compile("\\{\\{(.*?)\\}\\}")
        .matcher(system + user)
        .results()
        .forEach(place -> found.add(place.group(1)));
    if (!found.equals(places)) {
      throw wrong(yaml, "its places are " + found + "; they must be " + new TreeSet<>(places));
    }
    int most = (int) yaml.field("most_tokens").number(0);
    if (most <= 0) {
      throw wrong(yaml, "most_tokens is missing or not above 0");
    }
    return new Prompt(id, system, user, most);
  }

  private static Caution caution(Yaml yaml) {
    double likeness = yaml.field("likeness").number(-1);
    if (likeness < 0 || likeness > 1) {
      throw wrong(yaml, "likeness is missing or not from 0 to 1");
    }
    return new Caution(
        patterns(yaml, "weighty"), patterns(yaml, "exact"), harmless(yaml), likeness);
  }

  /** Without any every new word is refused, and a model is asked in vain. */
  private static List<String> harmless(Yaml yaml) {
    List<String> words =
        yaml.field("harmless")
            .elements()
            .flatMap(line -> Stream.of(line.text().strip().split("\\s*\\|\\s*", -1)))
            .toList();
    if (words.isEmpty()
        || words.stream()
            .anyMatch(word -> word.isEmpty() || !word.equals(word.toLowerCase(Locale.ROOT)))) {
      throw wrong(yaml, "harmless is missing, or names a word that is empty or has a capital");
    }
    return words;
  }

  private static List<Pattern> patterns(Yaml yaml, String name) {
    List<Pattern> patterns =
        yaml.field(name).elements().map(each -> pattern(yaml, each.text())).toList();
    if (patterns.isEmpty()) {
      throw wrong(yaml, "it names none that are " + name);
    }
    return patterns;
  }

  private static Pattern pattern(Yaml yaml, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw wrong(yaml, "'" + text + "' is no pattern");
    }
  }

  private static IllegalArgumentException wrong(Yaml yaml, String what) {
    return new IllegalArgumentException(
        "File " + yaml.file() + ": " + what + ". Maybe it was edited by mistake.");
  }

  /** Each intent with what it means, one a line. */
  private static String taxonomy(Path lexicon) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Path file : Sha256.yamlFiles(lexicon.resolve("intents"))) {
      Yaml.read(file)
          .elements()
          .forEach(
              intent -> meanings.put(intent.field("id").text(), intent.field("definition").text()));
    }
    for (Intent intent : Intent.values()) {
      if (!meanings.containsKey(intent.id())) {
        throw new IllegalArgumentException(
            "Folder " + lexicon + " has no definition of '" + intent.id() + "'. Maybe a typo.");
      }
    }
    return meanings.entrySet().stream()
        .filter(each -> !each.getKey().equals(Intent.UNCLEAR.id()))
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  Prompt reading(Lang lang) {
    return of(reading, lang);
  }

  Prompt phrasing(Lang lang) {
    return of(phrasing, lang);
  }

  String taxonomy(Lang lang) {
    return of(taxonomy, lang);
  }

  /** The weighty words of a language. */
  public Caution caution(Lang lang) {
    return of(caution, lang);
  }

  private static <T> T of(Map<Lang, T> all, Lang lang) {
    return Objects.requireNonNull(all.get(lang), lang::toString);
  }
}
