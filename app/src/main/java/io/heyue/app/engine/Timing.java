package io.heyue.app.engine;

import io.heyue.core.decision.Treatment;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When somebody may be written to, apart from what the law says. Pure. */
final class Timing {
  private Timing() {}

  /**
   * What is waited for before a person is written to: the time they named, the end of a hold that
   * ends by itself, the day of a promise. Empty if nothing is.
   */
  static Optional<Instant> waiting(Dossier dossier, Instant now) {
    Case matter = dossier.matter();
    Optional<Instant> callback = matter.callback().filter(when -> when.isAfter(now));
    if (callback.isPresent()) {
      return callback;
    }
    Optional<Instant> held =
        matter.holds().values().stream()
            .filter(hold -> hold.standsAt(now))
            .flatMap(hold -> hold.until().stream())
            .max(Instant::compareTo);
    if (held.isPresent()) {
      return held;
    }
    ZoneId zone = zone(dossier);
    LocalDate today = LocalDate.ofInstant(now, zone);
    int days = dossier.mandate().patience().daysAfterPromise();
    return matter.openPromises().stream()
        .map(Promise::due)
        .map(due -> due.plusDays(days))
        .filter(day -> day.isAfter(today))
        .findFirst()
        .map(day -> day.atStartOfDay(zone).toInstant());
  }

  /** The first moment from {@code now} on at which a treatment's hours are open. */
  static Instant open(Treatment treatment, Dossier dossier, Instant now) {
    ZonedDateTime local = now.atZone(zone(dossier));
    LocalTime time = local.toLocalTime();
    if (time.isBefore(treatment.from())) {
      return local.with(treatment.from()).toInstant();
    }
    if (time.isBefore(treatment.to())) {
      return now;
    }
    return local.plusDays(1).with(treatment.from()).toInstant();
  }

  static ZoneId zone(Dossier dossier) {
    ZoneId zone = dossier.borrower().zone();
    return zone == null ? ZoneOffset.UTC : zone;
  }
}
