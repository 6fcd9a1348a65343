package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Language;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the language of an utterance by its script, by the characters that only written Cantonese
 * has, and, in Latin letters, by the small words that every sentence needs.
 */
final class LanguageGuess {
  private static final String CANTONESE = "唔咁嘅冇畀嗰哋喺佢嘢咗啲噉嘥攞㗎喎嚟搵";

  /** What only Cantonese writes with characters that Mandarin has as well. */
  private static final Pattern CANTONESE_WORDS =
      Pattern.compile(
          "[聽听]日|俾[我你佢返]|返工|而家|[點点]解|[點点]樣|[邊边][個个度位]|[幾几]多[錢钱]|搞掂|出[糧粮]|[係系]咪|真係|呢個|有冇|打俾|冚|仲有|得閒");

  private static final Map<String, Set<String>> SMALL_WORDS =
      Map.of(
          "en",
          words(
              "the a an i i'm i'll you to is are am be it of and in my me we what when how do does"
                  + " don't can can't will would not no yes yeah please pay this that have has for"
                  + " who why ok okay hello hi bye sorry thanks your he she they was on at just"),
          "fr",
          words(
              "le la les un une des je j'ai vous est et de du que qui ne pas pour dans avec mon ma"
                  + " c'est bonjour merci oui non suis peux payer"),
          "es",
          words(
              "el la los las un una yo usted es y de que no en por para con mi lo se está puedo"
                  + " hola gracias sí pagar cuánto tengo"),
          "de",
          words(
              "der die das ein eine ich sie ist und nicht mit zu von auf für mein wir haben kann"
                  + " hallo danke ja nein bezahlen wann wie"),
          "pt",
          words("o os um uma eu você é e de que não em por para com meu obrigado olá sim pagar"),
          "it",
          words("il lo gli un una io lei è e di che non in per con mio grazie ciao sì pagare"),
          "vi",
          words("tôi bạn là và không có của cho được một này trả tiền khi nào anh chị vâng"),
          "id",
          words("saya anda adalah dan tidak yang ini itu untuk dengan bayar kapan bisa akan"));

  private LanguageGuess() {}

  static Language of(String text, Optional<Lang> known) {
    Map<UnicodeScript, Integer> letters = letters(text);
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    String otherwise = known.map(Lang::code).orElse("zh");
    if (all == 0) {
      return new Language(otherwise, 0.3);
    }
    int kana = count(letters, UnicodeScript.HIRAGANA) + count(letters, UnicodeScript.KATAKANA);
    if (kana * 5 > all) {
      return new Language("ja", share(kana + count(letters, UnicodeScript.HAN), all));
    }
    Map.Entry<UnicodeScript, Integer> most =
        letters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    double share = share(most.getValue(), all);
    int han = count(letters, UnicodeScript.HAN);
    // One Chinese character says about as much as four Latin letters.
    if (han * 4 >= all - han && most.getKey() != UnicodeScript.HANGUL) {
      return new Language(isCantonese(text) ? "yue" : "zh", share(han * 4, all + han * 3));
    }
    return switch (most.getKey()) {
      case LATIN -> latin(text, otherwise);
      case HANGUL -> new Language("ko", share);
      case CYRILLIC -> new Language("ru", share);
      case ARABIC -> new Language("ar", share);
      case THAI -> new Language("th", share);
      case HEBREW -> new Language("he", share);
      case DEVANAGARI -> new Language("hi", share);
      case GREEK -> new Language("el", share);
      default -> new Language("und", 0.5);
    };
  }

  private static Language latin(String text, String otherwise) {
    List<String> words =
        List.of(text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}']+"));
    Map.Entry<String, Long> best =
        SMALL_WORDS.entrySet().stream()
            .map(entry ->
                Map.entry(
                    entry.getKey(), words.stream().filter(entry.getValue()::contains).count()))
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparingInt(entry -> entry.getKey().equals("en") ? 1 : 0))
            .orElseThrow();
    if (best.getValue() == 0) {
      return new Language(words.size() > 1 ? "en" : otherwise, 0.4);
    }
    double share = share(best.getValue().intValue() * 2, words.size());
    return new Language(best.getKey(), 0.5 + share / 2);
  }

  static boolean isCantonese(String text) {
    return text.codePoints().anyMatch(point -> CANTONESE.indexOf(point) >= 0)
        || CANTONESE_WORDS.matcher(text).find();
  }

  private static Map<UnicodeScript, Integer> letters(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(point -> letters.merge(UnicodeScript.of(point), 1, Integer::sum));
    return letters;
  }

  private static int count(Map<UnicodeScript, Integer> letters, UnicodeScript script) {
    return letters.getOrDefault(script, 0);
  }

  private static double share(int part, int all) {
    return Math.min(0.99, Math.max(0.3, (double) part / all));
  }

  private static Set<String> words(String line) {
    return Set.of(line.split(" "));
  }
}
