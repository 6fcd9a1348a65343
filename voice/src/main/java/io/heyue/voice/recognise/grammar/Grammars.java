package io.heyue.voice.recognise.grammar;

import io.heyue.voice.hear.Expecting;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.RecogniserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes grammars of what is expected: the rules of its kind, which lie beside this class, and its
 * phrases. What was made lately is kept. Thread-safe.
 */
final class Grammars {
  private static final int KEPT = 256;

  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*");

  private static final Pattern WRITTEN = Pattern.compile("\\p{IsHan}+");

  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{Z}\\s]+");

  /** Nothing of the rules of its kind. */
  private static final String PHRASES_ALONE = "";

  private final Lexicon lexicon;
  private final String common;
  private final Map<Expecting, String> kinds = new EnumMap<>(Expecting.class);
  private final List<String> general;
  private final List<String> always;

  private final Map<Expected, Grammar> lately =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Expected, Grammar> eldest) {
          return size() > KEPT;
        }
      };

  Grammars(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.common = rules("common.gram");
    for (Expecting kind : Expecting.values()) {
      kinds.put(
          kind,
          switch (kind) {
            case YES_NO, OPEN -> rules("yes.gram");
            case SUM -> rules("sum.gram");
            case DATE -> rules("date.gram");
            case NUMBER -> rules("number.gram");
            case CHOICE -> PHRASES_ALONE;
          });
    }
    this.general = phrases("open.txt");
    this.always = phrases("always.txt");
  }

  private static List<String> phrases(String file) {
    return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  /**
   * The grammar of what is expected.
   *
   * @throws RecogniserFailure where it would hold nothing that can be said
   */
  Grammar of(Expected expected) {
    synchronized (lately) {
      Grammar known = lately.get(expected);
      if (known == null) {
        known = made(expected);
        lately.put(expected, known);
      }
      return known;
    }
  }

  private Grammar made(Expected expected) {
    String kind = Objects.requireNonNull(kinds.get(expected.kind()));
    Set<String> words = new LinkedHashSet<>();
    StringBuilder rules = new StringBuilder("#JSGF V1.0 UTF-8;\ngrammar answer;\n");
    rules.append(parted(common, words)).append(parted(kind, words));
    List<String> alternatives = new ArrayList<>();
    if (!kind.equals(PHRASES_ALONE)) {
      alternatives.add("<said>");
    }
    List<String> phrases = new ArrayList<>(expected.phrases());
    if (expected.kind() == Expecting.OPEN) {
      phrases.addAll(general);
    }
    if (expected.kind() != Expecting.CHOICE) {
      phrases.addAll(always);
    }
    List<String> unsayable = new ArrayList<>();
    Set<String> sayable = sayable(phrases, words, unsayable);
    if (!sayable.isEmpty()) {
      rules.append("<phrase> = ").append(String.join("\n  | ", sayable)).append(" ;\n");
      alternatives.add("<before> <phrase> <after>");
    }
    if (alternatives.isEmpty()) {
      throw new RecogniserFailure(
          "A grammar of kind %s with %d phrases holds nothing that can be said. Maybe write phrases in Chinese characters."
              .formatted(expected.kind(), expected.phrases().size()));
    }
    rules.append("public <answer> = ").append(String.join(" | ", alternatives)).append(" ;\n");
    return new Grammar(rules.toString(), words, unsayable);
  }

  private Set<String> sayable(
      List<String> phrases, Collection<String> words, List<String> unsayable) {
    Set<String> sayable = new LinkedHashSet<>();
    for (String phrase : phrases) {
      Optional<List<String>> parts = lexicon.parted(MARKS.matcher(phrase).replaceAll(""));
      parts.ifPresentOrElse(
          known -> {
            words.addAll(known);
            sayable.add(String.join(" ", known));
          },
          () -> unsayable.add(phrase));
    }
    return sayable;
  }

  /** The same rules with each stretch of characters as words of the dictionary. */
  private String parted(String rules, Collection<String> words) {
    return WRITTEN
        .matcher(rules)
        .replaceAll(stretch -> {
          List<String> parts =
              lexicon
                  .parted(stretch.group())
                  .orElseThrow(() ->
                      new RecogniserFailure(
                          stretch.group()
                              + " of the grammars' rules can't be said with this dictionary. Maybe the model folder holds another one."));
          words.addAll(parts);
          return Matcher.quoteReplacement(String.join(" ", parts));
        });
  }

  private static String rules(String name) {
    return COMMENT.matcher(text(name)).replaceAll("");
  }

  private static String text(String name) {
    try (InputStream in = Grammars.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing. Maybe the build left its resources out.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(name + " can't be read.", fault);
    }
  }
}
