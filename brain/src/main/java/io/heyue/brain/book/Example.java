package io.heyue.brain.book;

import io.heyue.core.law.Rule;
import java.util.function.Predicate;

/**
 * A case that stands beside a rule and shows what it permits or forbids.
 *
 * @param line where it stands
 * @param permitted whether the rule must let it pass
 * @param refused whether a rule has something against it, taken alone
 */
record Example(int line, boolean permitted, Predicate<Rule> refused) {

  /** Whether {@code rule} says of it what its author meant. */
  boolean agrees(Rule rule) {
    return refused.test(rule) != permitted;
  }

  String contradiction() {
    return permitted
        ? "The rule refuses this example, which must be permitted. Maybe a value of the rule is off."
        : "The rule permits this example, which must be forbidden. Maybe a value of the rule is off.";
  }
}
