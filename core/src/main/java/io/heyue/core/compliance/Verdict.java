package io.heyue.core.compliance;

import io.heyue.core.law.RuleId;
import java.util.List;

/** What the guard says of words. */
public sealed interface Verdict {

  /** They may be said as they are. */
  record Permitted(ApprovedReply reply) implements Verdict {}

  /** They may be said without the sentences that broke {@code rules}. */
  record Amended(ApprovedReply reply, List<RuleId> rules, List<String> reasons) implements Verdict {
    public Amended {
      rules = List.copyOf(rules);
      reasons = List.copyOf(reasons);
    }
  }

  /** They may not be said. */
  record Forbidden(List<RuleId> rules, List<String> reasons) implements Verdict {
    public Forbidden {
      rules = List.copyOf(rules);
      reasons = List.copyOf(reasons);
    }
  }
}
