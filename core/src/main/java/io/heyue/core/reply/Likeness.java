package io.heyue.core.reply;

import io.heyue.core.base.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds other words against an approved phrase. Better a good wording lost than a bad one said. */
final class Likeness {
  /** So many letters more than the phrase has are no fault. */
  private static final int SLACK = 12;

  /** So many in a row that the phrase doesn't have are no sentence of their own. */
  private static final int STRANGE_CHARACTERS = 4;

  private static final int STRANGE_WORDS = 2;

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
        && endsAlike(text)
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

  /** Nothing hangs on behind the last sentence. */
  private boolean endsAlike(String text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == last(approved.text());
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
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

  /** Much of it is the same, and nothing of any length stands in it that is new. */
  private boolean alike(String text) {
    List<String> theirs = parts(text);
    List<String> left = new ArrayList<>(parts(approved.text()));
    int ours = left.size();
    Set<String> known = Set.copyOf(left);
    int common = 0;
    int strange = 0;
    for (String part : theirs) {
      common += left.remove(part) ? 1 : 0;
      strange = known.contains(part) ? 0 : strange + 1;
      if (strange > mostStrange()) {
        return false;
      }
    }
    return common >= caution.likeness() * ours && common >= caution.likeness() * theirs.size();
  }

  private int mostStrange() {
    return approved.lang() == Lang.ZH ? STRANGE_CHARACTERS : STRANGE_WORDS;
  }

  /** Characters in Chinese, words of some length in English. */
  private List<String> parts(String text) {
    String words = PLACE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    return approved.lang() == Lang.ZH
        ? words.codePoints().filter(Character::isIdeographic).mapToObj(Character::toString).toList()
        : WORD.matcher(words).results().map(MatchResult::group).toList();
  }
}
