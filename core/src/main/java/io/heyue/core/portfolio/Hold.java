package io.heyue.core.portfolio;

import io.heyue.core.base.HoldKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A bar on contact about a debt.
 *
 * @param since when it was placed
 * @param until when it ends by itself; empty where only a person may lift it
 * @param answerBy the last day on which what it stands for is answered, on the person's calendar;
 *     empty where nothing is, or where that was not kept yet when it was placed
 */
public record Hold(
    HoldKind kind, Instant since, Optional<Instant> until, Optional<LocalDate> answerBy) {
  public boolean standsAt(Instant now) {
    return until.isEmpty() || now.isBefore(until.get());
  }
}
