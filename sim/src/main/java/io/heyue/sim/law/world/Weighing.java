package io.heyue.sim.law.world;

import io.heyue.core.base.Rng;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what people decide on others in spite of what was learnt of them, and who mourns. Drawn
 * from chance of its own, so that the rest of a story is what it would be without.
 */
final class Weighing {
  private static final String BEREAVED = "bereaved";

  private Weighing() {}

  /** What is to be added to {@code story}, in which any of {@code flags} may be learnt. */
  static List<Happening> of(List<Happening> story, List<String> flags, Rng rng) {
    List<Happening> added = new ArrayList<>();
    for (Happening happening : story) {
      if (!(happening instanceof Happening.Flag learnt) || !learnt.set()) {
        continue;
      }
      String flag = learnt.flag();
      if (rng.chance(0.2)) {
        flag = BEREAVED;
        Instant at = later(learnt.at(), rng);
        added.add(new Happening.Flag(at, learnt.person(), BEREAVED, true));
        added.add(new Happening.Flag(later(at, rng), learnt.person(), BEREAVED, false));
      }
      if (rng.chance(0.5)) {
        String on = rng.chance(0.8) ? flag : Worlds.pick(rng, flags);
        Instant at = learnt.at().plusSeconds(rng.nextInt(7_200));
        added.add(new Happening.Decision(at, learnt.person(), on, true));
        if (rng.chance(0.8)) {
          added.add(new Happening.Decision(later(at, rng), learnt.person(), on, false));
        }
      }
    }
    return added;
  }

  /** Mostly within a day and a half. */
  private static Instant later(Instant at, Rng rng) {
    return at.plusSeconds(1 + rng.nextInt(rng.chance(0.5) ? 7_200 : 130_000));
  }
}
