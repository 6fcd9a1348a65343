package io.heyue.app.engine;

import io.heyue.core.base.HoldKind;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Patience;
import io.heyue.store.records.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What payments make of a case: what is posted, which promises they keep, whether it is cured.
 * Pure.
 */
final class Posting {
  private Posting() {}

  /**
   * What is to be appended to a case.
   *
   * @param folder the case with what has become known of it since
   * @param before everything that happened to it so far
   * @param payments in any currency; what is not in the case's own can't be posted to it
   */
  static List<CaseEvent> of(
      Folder folder, List<CaseEvent> before, List<Payment> payments, Instant now) {
    ZoneId zone = Timing.zone(folder.dossier());
    Patience patience = folder.dossier().mandate().patience();
    List<CaseEvent> events = new ArrayList<>();
    for (Payment payment : payments) {
      if (fits(folder, payment)) {
        events.add(
            new CaseEvent.PaymentPosted(
                now,
                payment.reference(),
                payment.amount(),
                LocalDate.ofInstant(payment.paidAt(), zone),
                Optional.of(new Case.Timing(payment.paidAt(), payment.importedAt()))));
      }
    }
    boolean posted = !events.isEmpty();
    // Books that were read since have the last word, but for what was paid after their moment.
    events.addAll(folder.news());
    List<CaseEvent> all = new ArrayList<>(before);
    all.addAll(events);
    events.addAll(Settlement.of(all, LocalDate.ofInstant(now, zone), patience.graceDays(), now));
    if (posted) {
      Case after = folder.stored().after(events);
      boolean due = after.account().overdue().isPositive();
      events.add(
          new CaseEvent.HoldPlaced(
              now,
              HoldKind.PAID,
              due ? Optional.of(now.plus(patience.afterPart())) : Optional.empty(),
              Optional.empty()));
      if (!due && !after.cured()) {
        events.add(new CaseEvent.Cured(now));
      }
    }
    return events;
  }

  static boolean fits(Folder folder, Payment payment) {
    Case matter = folder.stored();
    return payment.amount().currency().equals(matter.account().overdue().currency())
        && payment.amount().currency().equals(matter.paid().currency());
  }
}
