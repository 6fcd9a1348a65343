package io.heyue.sim.law.house;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleId;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The production guard. Thread-safe. */
public final class GuardJudge implements Judge {
  private final Guard guard;

  public GuardJudge(RuleBook book) {
    guard = new Guard(book);
  }

  @Override
  public Answer permit(Asked asked) {
    ContactVerdict verdict =
        guard.permit(
            new PermitId(new UUID(0, asked.key())),
            new PersonId(new UUID(1, asked.person())),
            Clerk.facts(asked));
    return answer(verdict);
  }

  /** What a verdict says, in no law's words. */
  static Answer answer(ContactVerdict verdict) {
    return switch (verdict) {
      case ContactVerdict.Permitted(var permit) -> Answer.permitted(permit.expiresAt());
      case ContactVerdict.Refused refused ->
          new Answer(
              Optional.empty(),
              refused.objections().stream().map(each -> each.rule().id()).distinct().toList(),
              refused.lawfulFrom(),
              refused.needsPerson());
    };
  }

  @Override
  public List<String> against(Asked asked) {
    return guard.against(Clerk.facts(asked)).stream().map(RuleId::id).toList();
  }
}
