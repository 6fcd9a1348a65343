package io.heyue.core.compliance;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import java.util.List;

/** The one {@link ApprovedReply}. */
record Passed(String words, Lang lang, List<RuleId> rules) implements ApprovedReply {
  Passed {
    rules = List.copyOf(rules);
  }
}
