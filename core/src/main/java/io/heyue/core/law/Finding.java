package io.heyue.core.law;

import java.time.Instant;
import java.util.Optional;

/**
 * What a rule has against an act.
 *
 * @param rule which
 * @param missing the fact that was not known, if that is the reason
 * @param lawfulFrom when the act would become lawful by waiting, if it would
 */
public record Finding(Rule rule, Optional<String> missing, Optional<Instant> lawfulFrom) {
  static Finding broken(Rule rule) {
    return new Finding(rule, Optional.empty(), Optional.empty());
  }

  static Finding until(Rule rule, Instant lawfulFrom) {
    return new Finding(rule, Optional.empty(), Optional.of(lawfulFrom));
  }

  static Finding missing(Rule rule, String fact) {
    return new Finding(rule, Optional.of(fact), Optional.empty());
  }
}
