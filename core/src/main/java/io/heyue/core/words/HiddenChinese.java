package io.heyue.core.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds Chinese words that were torn apart, written with other characters of the same sound, spelt
 * out or cut down to initials.
 */
final class HiddenChinese {
  private static final String DIVIDERS = " ·*-_|/\\~+#^`'\"=.&@$%、:<>()[]{}";

  /** Nobody says one character at a time. */
  private static final int TORN = 3;

  private static final int LONGEST_ORDINARY = 6;

  private final Set<String> ordinary;
  private final Map<String, String> initials;
  private final Map<Character, List<Map.Entry<String, String>>> variants = new HashMap<>();
  private final Map<Character, List<HiddenTerm>> byFirst = new HashMap<>();

  HiddenChinese(WordTables tables) {
    this.ordinary = tables.ordinary();
    this.initials = tables.initials();
    tables.variants().entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
        .forEach(entry ->
            variants.computeIfAbsent(entry.getKey().charAt(0), _ -> new ArrayList<>()).add(entry));
    tables.terms().forEach(term -> index(new HiddenTerm(term, true, tables)));
    tables.spelled().forEach(term -> index(new HiddenTerm(term, false, tables)));
    byFirst.values().forEach(terms -> terms.sort(Comparator.comparingInt(term -> -term.length())));
  }

  private void index(HiddenTerm term) {
    term.beginnings()
        .forEach(first -> byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(term));
  }

  static boolean divides(char unit) {
    return DIVIDERS.indexOf(unit) >= 0;
  }

  /** Puts characters that stand one by one together again. */
  Traced joined(Traced text) {
    Traced joined = new Traced(text.original());
    int at = 0;
    while (at < text.length()) {
      int end = tornEnd(text, at);
      if (end > at) {
        for (int index = at; index < end; index++) {
          if (!divides(text.at(index))) {
            joined.copy(text, index, index + 1);
          }
        }
        at = end;
      } else {
        joined.copy(text, at, at + 1);
        at++;
      }
    }
    return joined;
  }

  /** Where characters that stand one by one from {@code at} on end; {@code at} if none do. */
  private static int tornEnd(Traced text, int at) {
    if (!Scripts.han(text.at(at)) || (at > 0 && Scripts.han(text.at(at - 1)))) {
      return at;
    }
    int count = 1;
    int last = at;
    while (last + 2 < text.length()
        && divides(text.at(last + 1))
        && Scripts.han(text.at(last + 2))
        && (last + 3 >= text.length() || !Scripts.han(text.at(last + 3)) || count + 1 >= TORN)) {
      last += 2;
      count++;
      if (last + 1 < text.length() && Scripts.han(text.at(last + 1))) {
        break;
      }
    }
    return count >= TORN ? last + 1 : at;
  }

  /**
   * Brings hidden words back.
   *
   * @param letters whether what is spelt in letters may be Chinese
   */
  Traced found(Traced text, boolean letters) {
    Traced found = new Traced(text.original());
    int at = 0;
    while (at < text.length()) {
      Optional<Hit> hit = hit(text, at, letters);
      if (hit.isPresent()) {
        found.replace(text, at, hit.get().end(), hit.get().word());
        at = hit.get().end();
      } else {
        found.copy(text, at, at + 1);
        at++;
      }
    }
    return found;
  }

  /** A word that was found, and where its hidden form ends. */
  record Hit(int end, String word) {}

  private Optional<Hit> hit(Traced text, int at, boolean letters) {
    if (Scripts.latin(text.at(at)) && !letters) {
      return Optional.empty();
    }
    Optional<Hit> variant = variant(text, at);
    if (variant.isPresent()) {
      return variant;
    }
    for (HiddenTerm term : byFirst.getOrDefault(text.at(at), List.of())) {
      int end = term.end(text, at);
      if (end > at && !isOrdinary(text, at, end)) {
        return Optional.of(new Hit(end, term.word()));
      }
    }
    return initial(text, at);
  }

  private Optional<Hit> variant(Traced text, int at) {
    for (Map.Entry<String, String> entry : variants.getOrDefault(text.at(at), List.of())) {
      String hidden = entry.getKey();
      int end = at + hidden.length();
      if (end <= text.length()
          && text.text().indexOf(hidden, at) == at
          && !cutsLetters(text, at, end)
          && !isOrdinary(text, at, end)) {
        return Optional.of(new Hit(end, entry.getValue()));
      }
    }
    return Optional.empty();
  }

  /** Whether {@code [start, end)} is only a part of a run of letters or of digits. */
  static boolean cutsLetters(Traced text, int start, int end) {
    return (start > 0 && sameRun(text.at(start - 1), text.at(start)))
        || (end < text.length() && sameRun(text.at(end - 1), text.at(end)));
  }

  private static boolean sameRun(char one, char other) {
    return (Scripts.latin(one) && Scripts.latin(other))
        || (Scripts.digit(one) && Scripts.digit(other));
  }

  private Optional<Hit> initial(Traced text, int at) {
    if (!Scripts.latin(text.at(at)) || (at > 0 && Scripts.latin(text.at(at - 1)))) {
      return Optional.empty();
    }
    int end = at;
    while (end < text.length() && Scripts.latin(text.at(end))) {
      end++;
    }
    boolean besideChinese =
        (at > 0 && Scripts.han(text.at(at - 1)))
            || (end < text.length() && Scripts.han(text.at(end)));
    String word = initials.get(text.text().substring(at, end));
    return word == null || !besideChinese ? Optional.empty() : Optional.of(new Hit(end, word));
  }

  private boolean isOrdinary(Traced text, int start, int end) {
    int first = Math.max(0, end - LONGEST_ORDINARY);
    for (int from = first; from <= start; from++) {
      int last = Math.min(text.length(), from + LONGEST_ORDINARY);
      for (int to = end; to <= last; to++) {
        if (ordinary.contains(text.text().substring(from, to))) {
          return true;
        }
      }
    }
    return false;
  }
}
