package io.heyue.core.compliance;

import io.heyue.core.law.Citation;
import io.heyue.core.law.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  }

  /**
   * What a rule has against it.
   *
   * @param rule which
   * @param citation the article
   * @param missing the fact that was not known, if that is the reason
   * @param needsPerson whether the rule only asks for a person's decision
   */
  record Objection(RuleId rule, Citation citation, Optional<String> missing, boolean needsPerson) {}
}
