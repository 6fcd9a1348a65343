package io.heyue.voice.hear;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The words of a language that tell something about turns, from a list that a linguist can edit
 * ({@code words.zh.txt}). Mandarin is matched by characters, English by words. Immutable and
 * thread-safe.
 */
final class Wording {
  /** What a word is good for; the name of its section in the list. */
  enum Kind {
    /** Said over the other's speech, it asks them to go on. */
    BACKCHANNEL,
    /** Answers yes or no. */
    ANSWER,
    /** Last in a sentence, it announces more. */
    HESITATION,
    /** Last in a sentence, it means nothing of its own. */
    PARTICLE,
    /** Ends like a figure and is none. */
    NO_FIGURE,
    /** A whole day. */
    DAY,
    /** A month or week whose day is yet to come. */
    DATE_BEGUN,
    /** One of several. */
    CHOICE
  }

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

  private static final Map<Lang, Wording> ALL = all();

  private final Lang lang;

  /** Any word of a kind, as a pattern. */
  private final Map<Kind, String> words;

  /** The same at the end of what was said. */
  private final Map<Kind, Pattern> last = new EnumMap<>(Kind.class);

  private Wording(Lang lang, Map<Kind, String> words) {
    this.lang = lang;
    this.words = words;
    String edge =
        switch (lang) {
          case ZH -> "";
          case EN -> "(?:^| )";
        };
    words.forEach((kind, any) -> last.put(kind, Pattern.compile(edge + any + "$")));
  }

  static Wording of(Lang lang) {
    return Objects.requireNonNull(ALL.get(lang));
  }

  private static Map<Lang, Wording> all() {
    Map<Lang, Wording> all = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      all.put(lang, new Wording(lang, read("words." + lang.code() + ".txt")));
    }
    return all;
  }

  private static Map<Kind, String> read(String name) {
    Map<Kind, List<String>> read = new EnumMap<>(Kind.class);
    try (InputStream in = Wording.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing. Maybe the build left its resources out.");
      }
      List<String> section = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith("[")) {
          String kind = line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT);
          section = read.computeIfAbsent(Kind.valueOf(kind), _ -> new ArrayList<>());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.addAll(List.of(line.strip().split(", *", 0)));
        }
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(name + " can't be read.", fault);
    }
    Map<Kind, String> words = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<String> list = read.getOrDefault(kind, List.of());
      words.put(kind, list.isEmpty() ? "(?!)" : any(list));
    }
    return words;
  }

  /** Any of them, the longest first. */
  private static String any(List<String> list) {
    return "(?:"
        + String.join(
            "|",
            list.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .toList())
        + ")";
  }

  /**
   * The words alone, without marks and capitals: {@code uh huh} of "Uh-huh!", {@code 嗯好的} of
   * "嗯，好的。".
   */
  String normal(String written) {
    String plain =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    return switch (lang) {
      case ZH -> NO_WORD.matcher(plain).replaceAll("");
      case EN -> NO_WORD.matcher(plain).replaceAll(" ").strip();
    };
  }

  /** Whether it is one to {@code most} words of a kind and nothing else. */
  boolean consists(String said, Kind kind, int most) {
    String any = Objects.requireNonNull(words.get(kind));
    String between = lang == Lang.ZH ? "" : " ";
    return Pattern.matches("%s(?:%s%s){0,%d}".formatted(any, between, any, most - 1), said);
  }

  private Pattern last(Kind kind) {
    return Objects.requireNonNull(last.get(kind));
  }

  boolean ends(String said, Kind kind) {
    return last(kind).matcher(said).find();
  }

  /** The same without all words of a kind at its end. */
  String without(String said, Kind kind) {
    String rest = said;
    while (ends(rest, kind)) {
      rest = last(kind).matcher(rest).replaceFirst("");
    }
    return rest;
  }
}
