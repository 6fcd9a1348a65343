package io.heyue.core.portfolio;

import io.heyue.core.base.HoldKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A bar on contact about a debt.
 *
 * @param since when it was placed
 * @param until when it ends by itself; empty where only a person may lift it
 */
public record Hold(HoldKind kind, Instant since, Optional<Instant> until) {
  public boolean standsAt(Instant now) {
    return until.isEmpty() || now.isBefore(until.get());
  }
}
