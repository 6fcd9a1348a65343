package io.heyue.core.words;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds English words in which letters were exchanged for digits or signs, masked, torn apart or
 * stretched; only words of the tables are brought back.
 */
final class HiddenEnglish {
  private static final String MASKS = "*#_-.";
  private static final int SHORTEST = 3;
  private static final int LONGEST = 20;

  private final Set<String> words;
  private final Map<Character, String> letters;

  HiddenEnglish(WordTables tables) {
    this.words = tables.english();
    this.letters = tables.letters();
  }

  Traced found(Traced text) {
    if (words.isEmpty()) {
      return text;
    }
    Traced found = new Traced(text.original());
    int at = 0;
    while (at < text.length()) {
      int end = startsWord(text, at) ? torn(text, at) : at;
      if (end > at) {
        found.replace(text, at, end, letters(text, at, end));
        at = end;
        continue;
      }
      end = startsWord(text, at) ? tokenEnd(text, at) : at;
      Optional<Hit> hit = end - at >= SHORTEST ? hidden(text, at, end) : Optional.empty();
      if (hit.isPresent()) {
        found.replace(text, at, hit.get().end(), hit.get().word());
        at = hit.get().end();
      } else {
        found.copy(text, at, Math.max(end, at + 1));
        at = Math.max(end, at + 1);
      }
    }
    return found;
  }

  /** A word that was found, and where its hidden form ends. */
  private record Hit(int end, String word) {}

  private static boolean startsWord(Traced text, int at) {
    return sign(text.at(at)) && (at == 0 || !sign(text.at(at - 1)));
  }

  private static boolean sign(char unit) {
    return Scripts.latin(unit) || Scripts.digit(unit) || "@$!|+€*".indexOf(unit) >= 0;
  }

  private static int tokenEnd(Traced text, int at) {
    int end = at;
    while (end < text.length() && end - at < LONGEST && sign(text.at(end))) {
      end++;
    }
    return end;
  }

  /** The word that the token at {@code [at, end)} hides. */
  private Optional<Hit> hidden(Traced text, int at, int end) {
    String token = text.text().substring(at, end);
    if (words.contains(token) || token.chars().noneMatch(c -> Scripts.latin((char) c))) {
      return Optional.empty();
    }
    int bare = token.endsWith("!") ? token.length() - 1 : token.length();
    String single = once(token);
    for (String word : words) {
      if (word.length() == token.length() && disguises(token, word)) {
        return Optional.of(new Hit(end, word));
      }
      if (word.length() == bare && bare < token.length() && disguises(token, word)) {
        return Optional.of(new Hit(end - 1, word));
      }
      if (word.length() < token.length() && single.equals(once(word))) {
        return Optional.of(new Hit(end, word));
      }
    }
    return Optional.empty();
  }

  /** Each letter once where it stands twice. */
  private static String once(String word) {
    StringBuilder once = new StringBuilder();
    for (int index = 0; index < word.length(); index++) {
      if (index == 0 || word.charAt(index) != word.charAt(index - 1)) {
        once.append(word.charAt(index));
      }
    }
    return once.toString();
  }

  private boolean disguises(String token, String word) {
    int exchanged = 0;
    for (int index = 0; index < word.length(); index++) {
      char unit = token.charAt(index);
      char letter = word.charAt(index);
      if (unit == letter) {
        continue;
      }
      boolean stands =
          MASKS.indexOf(unit) >= 0 || letters.getOrDefault(letter, "").indexOf(unit) >= 0;
      if (!stands) {
        return false;
      }
      exchanged++;
    }
    return exchanged > 0 && exchanged < word.length();
  }

  /** Where single letters from {@code at} on that make up a word end; {@code at} if none do. */
  private int torn(Traced text, int at) {
    if (at + 2 >= text.length() || sign(text.at(at + 1))) {
      return at;
    }
    char divider = text.at(at + 1);
    if (" .-_·/".indexOf(divider) < 0) {
      return at;
    }
    int end = at + 1;
    while (end + 1 < text.length()
        && end - at < 2 * LONGEST
        && text.at(end) == divider
        && Scripts.latin(text.at(end + 1))
        && (end + 2 >= text.length() || !sign(text.at(end + 2)))) {
      end += 2;
    }
    return words.contains(letters(text, at, end)) && end - at > SHORTEST ? end : at;
  }

  private static String letters(Traced text, int at, int end) {
    StringBuilder letters = new StringBuilder();
    for (int index = at; index < end; index += 2) {
      letters.append(text.at(index));
    }
    return letters.toString();
  }
}
