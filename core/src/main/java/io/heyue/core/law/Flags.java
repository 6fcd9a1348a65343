package io.heyue.core.law;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Holds what is said of a person against rules that ask for it. Pure. */
final class Flags {
  private Flags() {}

  /** A rule that forbids hears of no decision; one that warns doesn't object to what one covers. */
  static Optional<Finding> judge(Rule rule, RuleForm.FlagBar bar, ContactFacts.Addressee person) {
    Set<String> barring = new HashSet<>();
    for (String flag : person.flags()) {
      if (bar.flags().contains(flag) || (bar.others() && !bar.harmless().contains(flag))) {
        barring.add(flag);
      }
    }
    if (rule.blocks()) {
      return barring.isEmpty() ? Optional.empty() : Optional.of(Finding.broken(rule));
    }
    barring.removeAll(person.decided());
    return barring.isEmpty() ? Optional.empty() : Optional.of(Finding.undecided(rule, barring));
  }
}
