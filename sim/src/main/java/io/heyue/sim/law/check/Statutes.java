package io.heyue.sim.law.check;

import io.heyue.sim.law.world.World.Amendment;
import io.heyue.sim.law.world.World.Quantity;
import java.util.List;
import java.util.Set;

/**
 * The numbers of the law by the day.
 *
 * @param places that some law is known for
 */
record Statutes(List<Amendment> amendments, Set<String> places) {
  /** What a quantity is on {@code day}, if it was {@code base} before anything changed. */
  int value(Quantity of, int base, long day) {
    int value = base;
    for (Amendment amendment : amendments) {
      if (amendment.of() == of && amendment.from().toEpochDay() <= day) {
        value = amendment.value();
      }
    }
    return value;
  }
}
