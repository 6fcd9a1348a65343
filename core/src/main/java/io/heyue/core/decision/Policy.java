package io.heyue.core.decision;

import io.heyue.core.base.Rng;
import io.heyue.core.dialogue.Move;
import java.util.List;

/** Chooses among moves that the guard permits. Thread-safe. */
public interface Policy {

  /**
   * Chooses one.
   *
   * @param permitted at least one, in the order in which the flow names them
   * @param chance the only source of randomness
   */
  Choice choose(Situation situation, List<Move> permitted, Rng chance);
}
