package io.heyue.sim.law;

import io.heyue.core.law.RuleBook;
import java.util.List;
import java.util.Set;

/** Guards that take what a person decided for more or for less than it was. */
final class DecidingMutants {
  private DecidingMutants() {}

  static List<Mutant> of(RuleBook book) {
    return List.of(
        Mutant.asked(
            book,
            "a decision on one thing taken for all",
            asked ->
                Twisted.decided(
                    asked, decided -> decided.isEmpty() ? decided : asked.who().flags())),
        Mutant.asked(
            book, "what a person decided ignored", asked -> Twisted.decided(asked, _ -> Set.of())),
        Mutant.asked(
            book,
            "what is forbidden permitted by a decision",
            asked -> Twisted.flagged(asked, flags -> flags.removeAll(asked.who().decided()))));
  }
}
