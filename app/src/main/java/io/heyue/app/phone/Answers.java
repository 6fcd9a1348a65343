package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people usually answer to a question, for recognisers that hear nothing but what they are
 * told. Read once from a file beside this class, which people edit: a line of {@code [questions]},
 * then a phrase a line. The fewer there are, the better each is heard.
 */
final class Answers {
  private static final Map<Lang, Map<String, List<String>>> KNOWN =
      Map.of(Lang.ZH, read("answers-zh.txt"));

  private Answers() {}

  /**
   * What may be answered beside what goes with the kind of the question.
   *
   * @param question as the lexicon names it; one that the file doesn't name has no phrases
   */
  static List<String> to(String question, Lang lang) {
    Map<String, List<String>> answers = KNOWN.getOrDefault(lang, Map.of());
    String kind = question.startsWith("offer_") ? "offer" : question;
    return answers.getOrDefault(kind, List.of());
  }

  private static Map<String, List<String>> read(String file) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    List<String> questions = List.of();
    for (String line : text(file).lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        questions = List.of(line.substring(1, line.length() - 1).split("\\s+"));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        questions.forEach(
            question -> answers.computeIfAbsent(question, _ -> new ArrayList<>()).add(line));
      }
    }
    return answers;
  }

  private static String text(String file) {
    try (InputStream in = Answers.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing. Maybe the build left it out.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read.", e);
    }
  }
}
