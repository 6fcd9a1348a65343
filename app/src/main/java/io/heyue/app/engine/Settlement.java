package io.heyue.app.engine;

import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Promise;
import io.heyue.core.portfolio.Promise.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was paid toward each promise. Pure.
 *
 * <p>The day that counts is the day of payment, not the day on which its file came. A payment goes
 * to the promises that it was in time for, the earliest due first. What was booked before a promise
 * was made had lowered the sum that was promised, so it doesn't count toward it.
 */
final class Settlement {
  /** A payment, and how many events the case had when it was booked. */
  private record Paid(Money amount, LocalDate on, int booked) {}

  private final int graceDays;
  private final Case matter;
  private final List<Paid> payments = new ArrayList<>();

  /** How many events the case had when each promise was made. */
  private final Map<PromiseId, Integer> made = new HashMap<>();

  private final Map<PromiseId, Money> toward = new HashMap<>();

  private Settlement(List<CaseEvent> events, int graceDays) {
    this.graceDays = graceDays;
    Case replayed = Case.fold(events.subList(0, 1));
    for (int i = 1; i < events.size(); i++) {
      CaseEvent event = events.get(i);
      replayed = replayed.after(event);
      for (Promise promise : replayed.promises()) {
        made.putIfAbsent(promise.id(), i);
      }
      if (event instanceof CaseEvent.PaymentPosted payment) {
        payments.add(new Paid(payment.amount(), payment.paidOn(), i));
      }
    }
    this.matter = replayed;
  }

  /**
   * What is to be said of the promises: those that are open, and those that were held broken and
   * that a payment which came to light later proves kept.
   *
   * @param events everything that happened to the case
   * @param today on the person's calendar
   * @param graceDays days after its day on which a promise may still be kept
   */
  static List<CaseEvent> of(List<CaseEvent> events, LocalDate today, int graceDays, Instant now) {
    Settlement settlement = new Settlement(events, graceDays);
    settlement.allocate();
    return settlement.found(today, now);
  }

  private void allocate() {
    List<Promise> promises =
        matter.promises().stream()
            .filter(promise -> promise.status() != Status.REPLACED)
            .sorted(Comparator.comparing(Promise::due))
            .toList();
    payments.sort(Comparator.comparing(Paid::on));
    for (Paid payment : payments) {
      Money rest = payment.amount();
      for (Promise promise : promises) {
        if (counts(payment, promise)) {
          Money already = toward(promise);
          Money part = rest.min(promise.amount().minus(already).max(Money.zero(rest.currency())));
          toward.put(promise.id(), already.plus(part));
          rest = rest.minus(part);
        }
      }
    }
  }

  private boolean counts(Paid payment, Promise promise) {
    return payment.booked() > madeAt(promise) && !payment.on().isAfter(lastDay(promise));
  }

  private List<CaseEvent> found(LocalDate today, Instant now) {
    List<CaseEvent> found = new ArrayList<>();
    for (Promise promise : matter.promises()) {
      boolean judged = promise.status() == Status.REPLACED || promise.status() == Status.KEPT;
      if (!judged && toward(promise).atLeast(promise.amount())) {
        found.add(new CaseEvent.PromiseKept(now, promise.id()));
      }
    }
    Case after = matter.after(found);
    boolean due = after.account().overdue().isPositive();
    for (Promise promise : after.promises()) {
      missed(promise, due, today, now).ifPresent(found::add);
    }
    return found;
  }

  /** What is to be said of a promise toward which not everything was paid in time. */
  private Optional<CaseEvent> missed(Promise promise, boolean due, LocalDate today, Instant now) {
    return switch (promise.status()) {
      case KEPT, REPLACED -> Optional.empty();
      case OPEN, BROKEN, PARTLY_KEPT -> {
        boolean open = promise.status() == Status.OPEN;
        boolean over = today.isAfter(lastDay(promise));
        if (open && !due && !(over && paidLate(promise))) {
          yield Optional.of(new CaseEvent.PromiseReleased(now, promise.id()));
        }
        Money paid = toward(promise);
        boolean known = !open && paid.equals(promise.paid());
        if (!over || known) {
          yield Optional.empty();
        }
        if (paid.isPositive()) {
          yield Optional.of(new CaseEvent.PromisePartlyKept(now, promise.id(), paid));
        }
        yield open ? Optional.of(new CaseEvent.PromiseBroken(now, promise.id())) : Optional.empty();
      }
    };
  }

  /** Whether money came for it, but after its day. */
  private boolean paidLate(Promise promise) {
    return payments.stream()
        .anyMatch(payment ->
            payment.booked() > madeAt(promise) && payment.on().isAfter(lastDay(promise)));
  }

  private LocalDate lastDay(Promise promise) {
    return promise.due().plusDays(graceDays);
  }

  private int madeAt(Promise promise) {
    return made.getOrDefault(promise.id(), 0);
  }

  private Money toward(Promise promise) {
    return toward.getOrDefault(promise.id(), Money.zero(promise.amount().currency()));
  }
}
