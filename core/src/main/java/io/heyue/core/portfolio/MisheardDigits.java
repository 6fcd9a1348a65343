package io.heyue.core.portfolio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * English digits of which whoever listens wrote some as words that sound alike: "seven to one
 * nine". Such words are ordinary ones, so they count only where hardly anything else can have been
 * meant: between two words for digits, in an answer that holds nothing else but what one leads into
 * it and out of it with. Linear in the length of the text.
 */
final class MisheardDigits {
  private static final Map<String, Character> SOUNDS_LIKE =
      Map.of("to", '2', "too", '2', "for", '4', "fore", '4', "ate", '8', "o", '0');

  private static final Set<String> LEADS_IN =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "sure",
          "okay",
          "ok",
          "well",
          "so",
          "right",
          "um",
          "uh",
          "er",
          "it",
          "it's",
          "its",
          "that's",
          "this",
          "they",
          "they're",
          "that",
          "is",
          "are",
          "the",
          "my",
          "last",
          "digits",
          "figures",
          "numbers",
          "number",
          "id",
          "identity",
          "card",
          "of",
          "end",
          "ends",
          "ending",
          "in",
          "with",
          "would",
          "be");

  private static final Set<String> LEADS_OUT =
      Set.of("please", "thanks", "thank", "you", "yes", "okay", "ok", "right", "um", "uh");

  /** More words than a short answer has. */
  private static final int MOST_WORDS = 40;

  private MisheardDigits() {}

  /**
   * The digits that {@code said} consists of, where one or more of them were misheard.
   *
   * @return empty where there are none, none was misheard, or anything else is said
   */
  static Optional<String> in(String said) {
    List<String> words =
        List.of(
                said.toLowerCase(Locale.ROOT)
                    .replace('’', '\'')
                    .strip()
                    .split("[\\s,.!?;:—-]+", -1))
            .stream()
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.size() > MOST_WORDS) {
      return Optional.empty();
    }
    int first = start(words);
    int last = first;
    StringBuilder digits = new StringBuilder();
    boolean misheard = false;
    int end = first;
    while (last < words.size()) {
      String word = words.get(last);
      int digit = SpokenDigits.ENGLISH.indexOf(word);
      Character alike = SOUNDS_LIKE.get(word);
      if (digit >= 0) {
        digits.append((char) ('0' + digit % 10));
        end = last + 1;
      } else if (alike != null) {
        digits.append(alike);
        misheard = true;
      } else {
        break;
      }
      last++;
    }
    boolean whole =
        end == last && words.subList(last, words.size()).stream().allMatch(LEADS_OUT::contains);
    return misheard && whole ? Optional.of(digits.toString()) : Optional.empty();
  }

  /**
   * Where the digits begin: behind what leads into them. "The last four digits are" leads into them
   * too, though a word for a digit stands in it. An "oh" opens none.
   */
  private static int start(List<String> words) {
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at);
      boolean four =
          word.equals("four")
              && at > 0
              && words.get(at - 1).equals("last")
              && at + 1 < words.size()
              && LEADS_IN.contains(words.get(at + 1));
      if (!four && !word.equals("oh") && !LEADS_IN.contains(word)) {
        break;
      }
      at++;
    }
    // What sounds like a digit opens none either.
    return at < words.size() && SpokenDigits.ENGLISH.contains(words.get(at)) ? at : words.size();
  }
}
