package io.heyue.core.compliance;

import io.heyue.core.base.Lang;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Fact;
import io.heyue.core.law.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a contact may take place. */
public sealed interface ContactVerdict {

  /** It may. */
  record Permitted(ContactPermit permit) implements ContactVerdict {}

  /**
   * It may not.
   *
   * @param objections at least one
   * @param lawfulFrom when it would become lawful by waiting alone, if it would
   */
  record Refused(List<Objection> objections, Optional<Instant> lawfulFrom)
      implements ContactVerdict {
    public Refused {
      objections = List.copyOf(objections);
    }

    /** Whether nothing stands against it but that a person must decide or see to it. */
    public boolean needsPerson() {
      return objections.stream().allMatch(Objection::needsPerson);
    }

    /** Every flag that a person has to decide on. */
    public Set<String> undecided() {
      Set<String> flags = new TreeSet<>();
      objections.forEach(objection -> flags.addAll(objection.undecided()));
      return flags;
    }

    /** Every fact that some rule needed and nobody knew. */
    public List<Fact> missing() {
      return objections.stream()
          .flatMap(objection -> objection.missing().stream())
          .distinct()
          .sorted()
          .toList();
    }
  }

  /**
   * What a rule has against it.
   *
   * @param rule which
   * @param citation the article
   * @param missing the facts that were not known, if that is the reason
   * @param lawfulFrom when the rule would have nothing against it any more by waiting alone
   * @param remedy how it would become lawful, in plain words by language, where there is a way
   * @param needsPerson whether it may be made once a person decides or sees to it
   * @param undecided the flags that a person has to decide on, where deciding is enough
   */
  record Objection(
      RuleId rule,
      Citation citation,
      List<Fact> missing,
      Optional<Instant> lawfulFrom,
      Map<Lang, String> remedy,
      boolean needsPerson,
      Set<String> undecided) {
    public Objection {
      missing = List.copyOf(missing);
      remedy = Map.copyOf(remedy);
      undecided = Set.copyOf(undecided);
    }
  }
}
