package io.heyue.sim.law.house;

import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import java.util.List;

/** Says whether a contact may be made. */
public interface Judge {
  /** Whether it may be reserved; its history is known. */
  Answer permit(Asked asked);

  /** What stands against making it now, its caps apart. */
  List<String> against(Asked asked);
}
