package io.heyue.core.reply;

import io.heyue.core.base.Lang;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds other words against an approved phrase. Better a good wording lost than a bad one said. */
final class Likeness {
  /** So many letters more than the phrase has are no fault. */
  private static final int SLACK = 12;

  private static final Pattern PLACE = Pattern.compile("\\{[a-z_]+\\}");
  private static final Pattern SENTENCE = Pattern.compile("[.。!！?？;；…\\n]+");
  private static final Pattern QUESTION = Pattern.compile("[?？]");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
  private static final String CHINESE_MARKS = "，。？！、；：“”";
  private static final String ENGLISH_MARKS = " ,.?!;:'’-";

  private final Rewordable approved;
  private final Caution caution;

  Likeness(Rewordable approved, Caution caution) {
    this.approved = approved;
    this.caution = caution;
  }

  boolean fits(String text) {
    return text.equals(text.strip())
        && text.length() <= approved.text().length() * 3 / 2 + SLACK
        && places(text).equals(places(approved.text()))
        && isPlain(text)
        && ofTheLanguage(text)
        && count(SENTENCE, text) <= count(SENTENCE, approved.text())
        && count(QUESTION, text) == count(QUESTION, approved.text())
        && weights(text).equals(weights(approved.text()))
        && exact(text).equals(exact(approved.text()))
        && alike(text);
  }

  /** The places in order: a sum in the place of another would be a false one. */
  private static List<String> places(String text) {
    List<String> places = new ArrayList<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  private static boolean isPlain(String text) {
    try {
      Optional<String> plain = Template.parse(text).plain();
      return plain.filter(text::equals).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** No digit, no letter of another script, no sign that the phrase doesn't have. */
  private boolean ofTheLanguage(String text) {
    String words = PLACE.matcher(text).replaceAll("");
    return words
        .codePoints()
        .allMatch(c -> (approved.text().indexOf(c) >= 0 && !Character.isDigit(c)) || usual(c));
  }

  private boolean usual(int c) {
    return switch (approved.lang()) {
      case ZH -> (c >= 0x4E00 && c <= 0x9FFF) || CHINESE_MARKS.indexOf(c) >= 0;
      case EN -> (c < 128 && Character.isLetter(c)) || ENGLISH_MARKS.indexOf(c) >= 0;
    };
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  /** How often each weight is there. */
  private List<Long> weights(String text) {
    String words = words(text);
    return caution.weighty().stream().map(weight -> count(weight, words)).toList();
  }

  /** What must stand word for word, whatever its order. */
  private List<List<String>> exact(String text) {
    String words = words(text);
    return caution.exact().stream()
        .map(pattern -> pattern.matcher(words).results().map(MatchResult::group).sorted().toList())
        .toList();
  }

  private static String words(String text) {
    return PLACE.matcher(text).replaceAll("□").toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private boolean alike(String text) {
    Map<String, Integer> ours = parts(approved.text());
    Map<String, Integer> theirs = parts(text);
    int common = 0;
    for (Map.Entry<String, Integer> part : ours.entrySet()) {
      common += Math.min(part.getValue(), theirs.getOrDefault(part.getKey(), 0));
    }
    return common >= caution.likeness() * size(ours) && common >= caution.likeness() * size(theirs);
  }

  private static int size(Map<String, Integer> parts) {
    return parts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Characters in Chinese, words of some length in English. */
  private Map<String, Integer> parts(String text) {
    String words = PLACE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    Map<String, Integer> parts = new HashMap<>();
    if (approved.lang() == Lang.ZH) {
      words
          .codePoints()
          .filter(Character::isIdeographic)
          .forEach(c -> parts.merge(Character.toString(c), 1, Integer::sum));
    } else {
      WORD.matcher(words).results().forEach(word -> parts.merge(word.group(), 1, Integer::sum));
    }
    return parts;
  }
}
