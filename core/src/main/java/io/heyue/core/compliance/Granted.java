package io.heyue.core.compliance;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The one {@link ContactPermit}. */
record Granted(
    PermitId id,
    PersonId person,
    Channel channel,
    Purpose purpose,
    String number,
    Instant grantedAt,
    Instant expiresAt,
    List<RuleId> rules,
    Set<RuleForm.Task> tasks)
    implements ContactPermit {
  Granted {
    rules = List.copyOf(rules);
    tasks = Set.copyOf(tasks);
  }
}
