package io.heyue.voice.speech;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.speech.SpokenRules.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where words end within a sentence of which only the sound is known: what is heard of it is shared
 * out among its syllables, and a mark at which people pause takes the time of one.
 */
final class Syllables {
  /** Quieter than this part of the loudest is nothing said. */
  private static final double QUIET = 0.02;

  private static final Pattern VOWELS = Pattern.compile("[aeiouyAEIOUY]+");
  private static final Pattern PAUSE = Pattern.compile("[，、；：,;:。！？!?…]|[.](?=\\s)");

  private Syllables() {}

  /** A word's last character of the written sentence, and the time that it takes. */
  private record Word(int chars, double weight) {}

  /** The ends of its words. */
  static List<WordEnd> ends(String sentence, Lang lang, Sound sound) {
    List<Word> words = words(sentence, lang);
    double all = words.stream().mapToDouble(Word::weight).sum();
    short[] samples = sound.samples();
    int from = first(samples);
    int to = last(samples);
    List<WordEnd> ends = new ArrayList<>();
    double said = 0;
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      said += word.weight();
      boolean last = at == words.size() - 1;
      ends.add(new WordEnd(last ? to : from + Math.round((to - from) * said / all), word.chars()));
    }
    return ends;
  }

  /** A Chinese character is a word of its own here, and so is what was written in figures. */
  private static List<Word> words(String sentence, Lang lang) {
    List<Part> parts = SpokenText.parts(sentence, lang);
    List<Word> words = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (int at = 0; at < parts.size(); at++) {
      Part part = parts.get(at);
      said.append(part.said());
      boolean more = at + 1 < parts.size() && together(sentence, from, part, parts.get(at + 1));
      if (!more) {
        words.add(new Word(part.end(), weight(said.toString())));
        from = part.end();
        said.setLength(0);
      }
    }
    return words;
  }

  /** Whether the next part still belongs to the word that is gathered. */
  private static boolean together(String sentence, int from, Part part, Part next) {
    char behind = sentence.charAt(part.end());
    if (!Character.isLetterOrDigit(behind)) {
      return true;
    }
    boolean nothingYet =
        sentence.substring(from, part.end()).codePoints().noneMatch(Character::isLetterOrDigit);
    boolean onward =
        part.single()
            && next.single()
            && !han(sentence.charAt(part.end() - 1))
            && !han(behind)
            && inWord(sentence.charAt(part.end() - 1));
    return nothingYet || onward;
  }

  private static boolean inWord(char written) {
    return Character.isLetterOrDigit(written) || written == '\'' || written == '’';
  }

  private static boolean han(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
  }

  private static double weight(String said) {
    long characters = said.codePoints().filter(Syllables::han).count();
    double weight = characters + count(PAUSE, said);
    for (String word : said.split("[^\\p{IsLatin}']+", -1)) {
      if (!word.isEmpty()) {
        boolean silent = word.endsWith("e") && word.length() > 2;
        weight += Math.max(1, count(VOWELS, word) - (silent ? 1 : 0));
      }
    }
    return Math.max(weight, 0.5);
  }

  private static int count(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    int count = 0;
    while (found.find()) {
      count++;
    }
    return count;
  }

  private static int first(short[] samples) {
    double quiet = quiet(samples);
    int at = 0;
    while (at < samples.length && Math.abs(samples[at]) < quiet) {
      at++;
    }
    return at == samples.length ? 0 : at;
  }

  private static int last(short[] samples) {
    double quiet = quiet(samples);
    int at = samples.length;
    while (at > 0 && Math.abs(samples[at - 1]) < quiet) {
      at--;
    }
    return at == 0 ? samples.length : at;
  }

  private static double quiet(short[] samples) {
    int peak = 0;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak * QUIET;
  }
}
