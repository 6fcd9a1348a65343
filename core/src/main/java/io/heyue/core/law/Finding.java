package io.heyue.core.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has against an act.
 *
 * @param rule which
 * @param missing the facts that were not known, if that is the reason
 * @param lawfulFrom when the act would become lawful by waiting, if it would
 * @param person whether it is lawful once a person sees to it
 */
public record Finding(Rule rule, List<Fact> missing, Optional<Instant> lawfulFrom, boolean person) {
  public Finding {
    missing = List.copyOf(missing);
  }

  static Finding broken(Rule rule) {
    return new Finding(rule, List.of(), Optional.empty(), false);
  }

  static Finding until(Rule rule, Instant lawfulFrom) {
    return new Finding(rule, List.of(), Optional.of(lawfulFrom), false);
  }

  static Finding missing(Rule rule, Fact... facts) {
    return new Finding(rule, List.of(facts), Optional.empty(), false);
  }

  static Finding forPerson(Rule rule) {
    return new Finding(rule, List.of(), Optional.empty(), true);
  }

  /** Whether it blocks; otherwise a person decides. What isn't known always blocks. */
  public boolean blocks() {
    return !missing.isEmpty() || (rule.blocks() && !person);
  }
}
