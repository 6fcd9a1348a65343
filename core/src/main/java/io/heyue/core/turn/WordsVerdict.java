package io.heyue.core.turn;

import io.heyue.core.base.Span;
import io.heyue.core.law.RuleId;
import java.util.List;
import java.util.Optional;

/**
 * What is said of words that were judged without a dossier.
 *
 * @param rules those that were broken, ascending
 * @param spans what broke them, in UTF-16 code units of the original words
 * @param category of the gravest; empty where the words may be said
 * @param suggestion what may be said instead; empty where that is nothing
 * @param reason why, for people; why nothing is suggested, where nothing is
 * @param unproven claims that no fact was given for and that were let pass
 */
public record WordsVerdict(
    Kind kind,
    List<RuleId> rules,
    List<Span> spans,
    Optional<String> category,
    Optional<String> suggestion,
    Optional<String> reason,
    List<Span> unproven) {
  public WordsVerdict {
    rules = List.copyOf(rules);
    spans = List.copyOf(spans);
    unproven = List.copyOf(unproven);
  }

  /** Whether words may be said. */
  public enum Kind {
    /** As they are. */
    PERMITTED,
    /** Only as suggested: what they claim is not proven in part, or shows no way out. */
    AMENDED,
    /** Not at all. */
    FORBIDDEN
  }
}
