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

/**
 * Permission for one contact with one person by one channel, for a short time. Only the guard makes
 * one; whoever sends uses it up, and it can be used once.
 */
public sealed interface ContactPermit permits Granted {

  PermitId id();

  PersonId person();

  Channel channel();

  Purpose purpose();

  /** The number or address, as an id that says nothing; empty for an answer on an open channel. */
  String number();

  Instant grantedAt();

  /** From then on it is worth nothing. */
  Instant expiresAt();

  /** The rules that were asked. */
  List<RuleId> rules();

  /** What must be done along with the contact, such as recording it. */
  Set<RuleForm.Task> tasks();
}
