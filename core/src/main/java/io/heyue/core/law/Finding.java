package io.heyue.core.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule has against an act.
 *
 * @param rule which
 * @param missing the facts that were not known, if that is the reason
 * @param lawfulFrom when the act would become lawful by waiting, if it would
 * @param person whether it is lawful once a person sees to it
 * @param undecided flags for which alone it isn't lawful, and on which a person may decide
 */
public record Finding(
    Rule rule,
    List<Fact> missing,
    Optional<Instant> lawfulFrom,
    boolean person,
    Set<String> undecided) {
  public Finding {
    missing = List.copyOf(missing);
    undecided = Set.copyOf(undecided);
  }

  private Finding(Rule rule, List<Fact> missing, Optional<Instant> lawfulFrom, boolean person) {
    this(rule, missing, lawfulFrom, person, Set.of());
  }

  static Finding missing(Rule rule, List<Fact> facts) {
    return new Finding(rule, facts, Optional.empty(), false);
  }

  static Finding undecided(Rule rule, Set<String> flags) {
    return new Finding(rule, List.of(), Optional.empty(), false, flags);
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
