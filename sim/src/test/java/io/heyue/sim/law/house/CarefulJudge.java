package io.heyue.sim.law.house;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Permitting;
import io.heyue.core.law.RuleBook;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import java.util.List;
import java.util.UUID;

/** The guard as the real budget asks it: no clock is believed by more than some seconds. */
final class CarefulJudge implements Judge {
  private final Judge guard;
  private final Permitting permitting;

  CarefulJudge(RuleBook book) {
    guard = new GuardJudge(book);
    permitting = new Permitting(new Guard(book));
  }

  @Override
  public Answer permit(Asked asked) {
    return GuardJudge.answer(
        permitting.permit(
            new PermitId(new UUID(0, asked.key())),
            new PersonId(new UUID(1, asked.person())),
            Clerk.facts(asked)));
  }

  @Override
  public List<String> against(Asked asked) {
    return guard.against(asked);
  }
}
