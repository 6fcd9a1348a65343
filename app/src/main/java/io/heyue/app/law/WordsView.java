package io.heyue.app.law;

import io.heyue.core.base.Span;
import io.heyue.core.turn.WordsVerdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said of words, as programs see it.
 *
 * @param verdict permitted, amended or forbidden
 * @param rules those that were broken
 * @param spans what broke them, in UTF-16 code units of the words as they were sent
 * @param category of the gravest; null where the words may be said
 * @param suggestion what may be said instead; null where that is nothing
 * @param reason why; why nothing is suggested, where nothing is
 * @param unproven claims that no fact was given for and that were let pass
 */
public record WordsView(
    String verdict,
    List<RuleView> rules,
    List<SpanView> spans,
    @Nullable String category,
    @Nullable String suggestion,
    @Nullable String reason,
    List<SpanView> unproven) {

  /** A rule and its version. */
  public record RuleView(String id, int version) {}

  /** A stretch of the words. */
  public record SpanView(int start, int end, String text) {}

  static WordsView of(String words, WordsVerdict verdict) {
    return new WordsView(
        verdict.kind().name().toLowerCase(Locale.ROOT),
        verdict.rules().stream().map(rule -> new RuleView(rule.id(), rule.version())).toList(),
        spans(words, verdict.spans()),
        verdict.category().orElse(null),
        verdict.suggestion().orElse(null),
        verdict.reason().orElse(null),
        spans(words, verdict.unproven()));
  }

  private static List<SpanView> spans(String words, List<Span> spans) {
    return spans.stream()
        .map(span -> new SpanView(span.start(), span.end(), span.of(words)))
        .toList();
  }
}
