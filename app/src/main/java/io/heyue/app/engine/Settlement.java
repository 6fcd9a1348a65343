package io.heyue.app.engine;

import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been paid toward each promise: a payment goes to the promises that are open when it is
 * booked, the earliest due first. Pure.
 */
final class Settlement {
  private Settlement() {}

  /**
   * What is to be said of the open promises.
   *
   * @param events everything that happened to the case
   * @param today on the person's calendar
   * @param graceDays days after its day on which a promise may still be found kept
   */
  static List<CaseEvent> of(List<CaseEvent> events, LocalDate today, int graceDays, Instant now) {
    Map<PromiseId, Money> paid = new HashMap<>();
    Case matter = Case.fold(events.subList(0, 1));
    for (CaseEvent event : events.subList(1, events.size())) {
      if (event instanceof CaseEvent.PaymentPosted payment) {
        allocate(matter.openPromises(), payment.amount(), paid);
      }
      matter = matter.after(event);
    }
    List<CaseEvent> found = new ArrayList<>();
    for (Promise promise : matter.openPromises()) {
      Money toward = paid.getOrDefault(promise.id(), Money.zero(promise.amount().currency()));
      if (toward.atLeast(promise.amount())) {
        found.add(new CaseEvent.PromiseKept(now, promise.id()));
      } else if (today.isAfter(promise.due().plusDays(graceDays))) {
        found.add(
            toward.isPositive()
                ? new CaseEvent.PromisePartlyKept(now, promise.id(), toward)
                : new CaseEvent.PromiseBroken(now, promise.id()));
      }
    }
    return found;
  }

  private static void allocate(List<Promise> open, Money payment, Map<PromiseId, Money> paid) {
    Money rest = payment;
    for (Promise promise : open) {
      Money already = paid.getOrDefault(promise.id(), Money.zero(payment.currency()));
      Money part = rest.min(promise.amount().minus(already).max(Money.zero(rest.currency())));
      paid.put(promise.id(), already.plus(part));
      rest = rest.minus(part);
    }
  }
}
