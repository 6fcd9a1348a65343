package io.heyue.brain.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.words.Normaliser;
import io.heyue.core.words.WordTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every word of the tables of hidden words, in every way in which it may be hidden: whatever a
 * linguist writes there must be found again in what people say.
 */
class HiddenWordsTest {
  private static final WordTables TABLES =
      TableReader.read(Path.of(System.getProperty("heyue.root"), "data"));
  private static final Normaliser NORMALISER = Normaliser.of(TABLES);

  /** What divides characters and letters. */
  private static final List<String> CHINESE_DIVIDERS =
      List.of(" ", "*", "·", "-", "_", "|", "/", ".", "、", "　", "👊", "\u200b");

  private static final List<String> ENGLISH_DIVIDERS = List.of(" ", ".", "-", "_", "/");

  private static String plain(String text) {
    return NORMALISER.normalise(text).text();
  }

  /** The hidden forms of a word that are not brought back where somebody says them. */
  private static List<String> missed(String word, List<String> hidden) {
    return hidden.stream()
        .filter(form -> !plain("您再不来，那就" + form + "，知道吧").contains(word))
        .toList();
  }

  static Stream<String> terms() {
    return TABLES.terms().stream();
  }

  static Stream<String> chinese() {
    return Stream.concat(TABLES.terms().stream(), TABLES.spelled().stream());
  }

  static Stream<String> english() {
    return TABLES.english().stream().sorted();
  }

  static Stream<Map.Entry<String, String>> variants() {
    return TABLES.variants().entrySet().stream().sorted(Map.Entry.comparingByKey());
  }

  static Stream<Map.Entry<String, String>> initials() {
    return TABLES.initials().entrySet().stream().sorted(Map.Entry.comparingByKey());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantIsBroughtBack(Map.Entry<String, String> variant) {
    assertThat(missed(variant.getValue(), List.of(variant.getKey()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("initials")
  void initialsBesideChineseAreBroughtBack(Map.Entry<String, String> initials) {
    assertThat(
            missed(initials.getValue(), List.of(initials.getKey() + "你", "快" + initials.getKey())))
        .isEmpty();
  }

  /** In other characters of the same sound and tone, one at a time. */
  @ParameterizedTest
  @MethodSource("terms")
  void everyTermIsBroughtBackFromTheSameSound(String term) {
    List<String> hidden = new ArrayList<>();
    for (int at = 0; at < term.length(); at++) {
      for (char other : sameSound(term.charAt(at))) {
        String form = term.substring(0, at) + other + term.substring(at + 1);
        if (!isWord(form)) {
          hidden.add(form);
        }
      }
    }
    assertThat(missed(term, hidden)).isEmpty();
  }

  private static Set<Character> sameSound(char character) {
    List<String> own = TABLES.readings().getOrDefault(character, List.of());
    Set<Character> same = new HashSet<>();
    TABLES
        .readings()
        .forEach((other, readings) -> {
          boolean another =
              other != character
                  && !TABLES.lookAlikes().containsKey(other)
                  && !TABLES.simplified().containsKey(other);
          if (another && readings.stream().anyMatch(own::contains)) {
            same.add(other);
          }
        });
    return same;
  }

  /** Whether a form is a word of its own: an ordinary one, or another of the tables. */
  private static boolean isWord(String form) {
    return TABLES.ordinary().stream().anyMatch(form::contains)
        || TABLES.terms().contains(form)
        || TABLES.spelled().contains(form);
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void everyTermIsBroughtBackFromItsSpelling(String term) {
    List<String> syllables = term.chars().mapToObj(each -> syllable((char) each)).toList();
    assertThat(missed(term, List.of(String.join("", syllables), String.join(" ", syllables))))
        .isEmpty();
  }

  private static String syllable(char character) {
    String reading = TABLES.readings().getOrDefault(character, List.of("?1")).getFirst();
    return reading.substring(0, reading.length() - 1);
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void everyTermIsBroughtBackWhereItIsTornApart(String term) {
    List<String> hidden = new ArrayList<>();
    if (term.length() > 1) {
      CHINESE_DIVIDERS.forEach(divider -> hidden.add(String.join(divider, term.split(""))));
    }
    assertThat(missed(term, hidden)).isEmpty();
  }

  /** 7诉: a digit of the same syllable in a character's place. */
  @ParameterizedTest
  @MethodSource("terms")
  void everyTermIsBroughtBackFromDigits(String term) {
    List<String> hidden = new ArrayList<>();
    for (int at = 0; at < term.length(); at++) {
      for (Map.Entry<Character, String> digit : TABLES.digits().entrySet()) {
        if (term.length() > 1 && digit.getValue().equals(syllable(term.charAt(at)))) {
          hidden.add(term.substring(0, at) + digit.getKey() + term.substring(at + 1));
        }
      }
    }
    assertThat(missed(term, hidden)).isEmpty();
  }

  @Test
  void everyLookAlikeAndTraditionalCharacterBecomesWhatItStandsFor() {
    TABLES.lookAlikes().forEach((from, to) -> assertThat(plain("" + from)).isEqualTo("" + to));
    TABLES
        .simplified()
        .forEach((from, to) -> {
          if (!TABLES.lookAlikes().containsKey(from)) {
            assertThat(plain("" + from)).isEqualTo("" + TABLES.lookAlikes().getOrDefault(to, to));
          }
        });
  }

  /** The hidden forms of an English word that are not brought back. */
  private static List<String> missedEnglish(String word, List<String> hidden) {
    return hidden.stream()
        .filter(
            form -> !plain("or the " + form + ", you see").equals("or the " + word + ", you see"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("english")
  void everyEnglishWordIsBroughtBackWhereItIsTornApart(String word) {
    List<String> hidden =
        ENGLISH_DIVIDERS.stream().map(each -> String.join(each, word.split(""))).toList();
    assertThat(missedEnglish(word, hidden)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("english")
  void everyEnglishWordIsBroughtBackFromOtherSignsAMaskOrStretching(String word) {
    List<String> hidden = new ArrayList<>();
    for (int at = 0; at < word.length(); at++) {
      String before = word.substring(0, at);
      String after = word.substring(at + 1);
      char letter = word.charAt(at);
      for (char sign : TABLES.letters().getOrDefault(letter, "").toCharArray()) {
        hidden.add(before + sign + after);
      }
      if (at > 0 && at < word.length() - 1) {
        hidden.add(before + "*" + after);
        hidden.add(before + String.valueOf(letter).repeat(5) + after);
      }
    }
    hidden.removeIf(form -> TABLES.english().contains(form));
    assertThat(missedEnglish(word, hidden)).isEmpty();
  }
}
