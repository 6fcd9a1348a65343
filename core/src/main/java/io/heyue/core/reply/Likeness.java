package io.heyue.core.reply;

import io.heyue.core.base.Lang;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds other words against an approved phrase, sentence by sentence: a word says something else in
 * another sentence. Better a good wording lost than a bad one said. Confined to one thread.
 */
final class Likeness {
  /** So many letters more than the phrase has are no fault. */
  private static final int SLACK = 12;

  /** So many in a row that the sentence doesn't have are no sentence of their own. */
  private static final int STRANGE_CHARACTERS = 4;

  private static final int STRANGE_WORDS = 2;

  private static final Pattern PLACE = Pattern.compile("\\{[a-z_]+\\}");

  /** Behind the sign that ends a sentence, or the last of several. */
  private static final Pattern BETWEEN = Pattern.compile("(?<=[.。!！?？;；…\\n])(?![.。!！?？;；…\\n])");

  private static final Pattern QUESTION = Pattern.compile("[?？]");
  private static final Pattern CHARACTER = Pattern.compile("\\p{IsIdeographic}");
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final String CHINESE_MARKS = "，。？！、；：“”";
  private static final String ENGLISH_MARKS = " ,.?!;:'’-";

  private final Rewordable approved;
  private final Caution caution;

  /**
   * What it knows is simplified; lists of words are, and traditional characters would escape them.
   */
  private final CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();

  Likeness(Rewordable approved, Caution caution) {
    this.approved = approved;
    this.caution = caution;
  }

  boolean fits(String text) {
    return text.equals(text.strip())
        && text.length() <= approved.text().length() * 3 / 2 + SLACK
        && isPlain(text)
        && ofTheLanguage(text)
        && endsAlike(text)
        && sentencesFit(sentences(text), sentences(approved.text()));
  }

  private static List<String> sentences(String text) {
    return BETWEEN.splitAsStream(text).toList();
  }

  /** As many, and each says what the one in its place says. */
  private boolean sentencesFit(List<String> theirs, List<String> ours) {
    if (theirs.size() != ours.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!sentenceFits(theirs.get(i), ours.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean sentenceFits(String theirs, String ours) {
    return places(theirs).equals(places(ours))
        && count(QUESTION, theirs) == count(QUESTION, ours)
        && weights(theirs).equals(weights(ours))
        && exact(theirs).equals(exact(ours))
        && alike(theirs, ours);
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
    // The letters of a place's name are not the phrase's.
    String ours = PLACE.matcher(approved.text()).replaceAll("");
    return PLACE
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .allMatch(c -> (ours.indexOf(c) >= 0 && !Character.isDigit(c)) || usual(c));
  }

  private boolean usual(int c) {
    return switch (approved.lang()) {
      case ZH ->
          (c >= 0x4E00 && c <= 0x9FFF && simplified.canEncode((char) c))
              || CHINESE_MARKS.indexOf(c) >= 0;
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

  /** Much of it is the same, what is new is harmless, and nothing of any length is new. */
  private boolean alike(String theirs, String ours) {
    String words = words(theirs);
    boolean[] harmless = harmless(words);
    List<Part> parts = parts(words);
    List<String> left = new ArrayList<>(parts(words(ours)).stream().map(Part::text).toList());
    int size = left.size();
    Set<String> known = Set.copyOf(left);
    int common = 0;
    int strange = 0;
    for (Part part : parts) {
      common += left.remove(part.text()) ? 1 : 0;
      boolean isNew = !known.contains(part.text());
      strange = isNew ? strange + 1 : 0;
      if (strange > mostStrange() || (isNew && !harmless[part.at()])) {
        return false;
      }
    }
    return common >= caution.likeness() * size && common >= caution.likeness() * parts.size();
  }

  /** Which letters stand in one of the words that do no harm. */
  private boolean[] harmless(String words) {
    boolean[] harmless = new boolean[words.length()];
    for (String word : caution.harmless()) {
      for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
        if (isWhole(words, at, at + word.length())) {
          Arrays.fill(harmless, at, at + word.length(), true);
        }
      }
    }
    return harmless;
  }

  /** In English a word is no part of another. */
  private boolean isWhole(String words, int from, int to) {
    return approved.lang() == Lang.ZH
        || ((from == 0 || !isLetter(words.charAt(from - 1)))
            && (to == words.length() || !isLetter(words.charAt(to))));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private int mostStrange() {
    return approved.lang() == Lang.ZH ? STRANGE_CHARACTERS : STRANGE_WORDS;
  }

  /** A character in Chinese, a word in English; and where it begins. */
  private record Part(String text, int at) {}

  private List<Part> parts(String words) {
    return (approved.lang() == Lang.ZH ? CHARACTER : WORD)
        .matcher(words)
        .results()
        .map(found -> new Part(found.group(), found.start()))
        .toList();
  }
}
