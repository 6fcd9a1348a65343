package io.heyue.core.words;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Why words that sound forbidden are not: they are denied ("we will not …"), reported ("you said
 * that somebody …") or a warning of others. Immutable and thread-safe.
 *
 * @param denials by language: what stands before denied words in their clause, up to their start
 * @param reports by language: what a sentence that reports or warns holds
 * @param negations by language: what a sentence holds that may be saying that something is not so
 */
public record Excuses(
    Map<Lang, List<Pattern>> denials,
    Map<Lang, List<Pattern>> reports,
    Map<Lang, List<Pattern>> negations) {
  public Excuses {
    denials = Map.copyOf(denials);
    reports = Map.copyOf(reports);
    negations = Map.copyOf(negations);
  }

  public static Excuses none() {
    return new Excuses(Map.of(), Map.of(), Map.of());
  }

  /** Whether a sentence may be saying that something is not so; "unless you pay" is among them. */
  public boolean negates(String sentence) {
    return negations.getOrDefault(Sentences.lang(sentence), List.of()).stream()
        .anyMatch(pattern -> pattern.matcher(sentence).find());
  }

  /** Whether a sentence reports what somebody said, or warns of others. */
  public boolean reports(String sentence) {
    return reports.getOrDefault(Sentences.lang(sentence), List.of()).stream()
        .anyMatch(pattern -> pattern.matcher(sentence).find());
  }

  /** Whether {@code span} of {@code text} is denied or stands in a report. */
  public boolean excuse(String text, Span span) {
    Span sentence = Sentences.around(text, span);
    String words = sentence.of(text);
    Lang lang = Sentences.lang(words);
    if (reports(words)) {
      return true;
    }
    int clause = Sentences.clauseStart(text, span.start());
    String before = text.substring(Math.min(clause, span.start()), span.start());
    return denials.getOrDefault(lang, List.of()).stream().anyMatch(p -> p.matcher(before).find());
  }
}
