package io.heyue.brain.words;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.core.words.Normaliser;
import io.heyue.core.words.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of the phrases that the lender approved. A person has read them, so that what was
 * trained has no say in them, but for what stands in their places; rules and claims hold for them
 * as for any words. Immutable and thread-safe.
 */
final class Approved {
  /** Stands for a place while a phrase is normalised; no word has such letters. */
  private static final String STAND_IN = "zqxz";

  /** Letters that a sentence must have besides its places, or it would approve of too much. */
  private static final int LEAST = 4;

  private final List<Pattern> sentences;

  private Approved(List<Pattern> sentences) {
    this.sentences = sentences;
  }

  static Approved read(Path data, Lang lang, Normaliser normaliser) {
    return new Approved(
        Phrasebook.wordings(data, lang, STAND_IN)
            .map(written -> normaliser.normalise(written).text())
            .flatMap(plain -> Sentences.of(plain).stream().map(span -> span.of(plain).strip()))
            .map(Approved::pattern)
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Pattern> pattern(String sentence) {
    long letters = sentence.replace(STAND_IN, "").codePoints().filter(Character::isLetter).count();
    if (letters < LEAST) {
      return Optional.empty();
    }
    StringBuilder pattern = new StringBuilder();
    for (String part : sentence.split(STAND_IN, -1)) {
      pattern.append(pattern.isEmpty() ? "" : "([^。!?;]{1,90}?)").append(Pattern.quote(part));
    }
    return Optional.of(Pattern.compile(pattern.toString()));
  }

  /**
   * Whether every sentence of a text is approved.
   *
   * @param harmless whether what stands in a place may be said
   */
  boolean holds(String text, Predicate<String> harmless) {
    return Sentences.of(text).stream().allMatch(span -> sentence(span, text, harmless));
  }

  private boolean sentence(Span span, String text, Predicate<String> harmless) {
    String sentence = span.of(text).strip();
    return sentence.codePoints().noneMatch(Character::isLetter)
        || sentences.stream()
            .map(each -> each.matcher(sentence))
            .anyMatch(match -> fits(match, harmless));
  }

  private static boolean fits(Matcher match, Predicate<String> harmless) {
    if (!match.matches()) {
      return false;
    }
    for (int group = 1; group <= match.groupCount(); group++) {
      if (!harmless.test(match.group(group))) {
        return false;
      }
    }
    return true;
  }
}
