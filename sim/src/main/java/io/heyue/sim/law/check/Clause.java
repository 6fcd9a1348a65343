package io.heyue.sim.law.check;

import java.util.Optional;

/** A sentence of the law about contacts. Stateless. */
interface Clause {
  /** What it has against the contact of {@code scene}. */
  Optional<Objection> against(Scene scene);

  /** Whether it counts contacts, and so is asked only when one is reserved. */
  default boolean counts() {
    return false;
  }
}
