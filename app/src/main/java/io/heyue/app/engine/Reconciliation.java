package io.heyue.app.engine;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.cases.Cases;
import io.heyue.store.conversations.Talk;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.Payment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets payments against what was promised. Thread-safe. */
public final class Reconciliation {
  private static final int AT_ONCE = 200;

  /** Somebody who has just paid a part is left in peace for so long. */
  private static final Duration PEACE = Duration.ofDays(1);

  private final Rooms rooms;
  private final Clerk clerk;
  private final Desk desk;
  private final int graceDays;

  Reconciliation(Rooms rooms, Clerk clerk, Desk desk, int graceDays) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.desk = desk;
    this.graceDays = graceDays;
  }

  /**
   * What one run found.
   *
   * @param interrupted conversations that were told of a payment
   */
  public record Reconciled(
      long payments, long kept, long partlyKept, long broken, long cured, long interrupted) {
    static Reconciled nothing() {
      return new Reconciled(0, 0, 0, 0, 0, 0);
    }

    Reconciled plus(Reconciled other) {
      return new Reconciled(
          payments + other.payments,
          kept + other.kept,
          partlyKept + other.partlyKept,
          broken + other.broken,
          cured + other.cured,
          interrupted + other.interrupted);
    }
  }

  /**
   * Books imported payments, then judges promises whose day, and the days of grace, are over on the
   * person's clock.
   */
  public Reconciled run(Instant now) {
    return book(now).plus(judge(now));
  }

  /** Books imported payments and stops contact about what was paid. */
  Reconciled book(Instant now) {
    Reconciled total = Reconciled.nothing();
    while (true) {
      Booked booked = LostRace.retry(() -> rooms.transactor().get(sql -> bookSome(sql, now)));
      total = total.plus(booked.found()).plus(interrupt(booked.paid()));
      if (booked.found().payments() < AT_ONCE) {
        return total;
      }
    }
  }

  private record Booked(Reconciled found, List<CaseId> paid) {}

  private Booked bookSome(Sql sql, Instant now) {
    List<Payment> payments = rooms.payments().claim(sql, AT_ONCE);
    Map<AccountId, List<Payment>> byAccount = new LinkedHashMap<>();
    payments.forEach(payment ->
        byAccount.computeIfAbsent(payment.account(), _ -> new ArrayList<>()).add(payment));
    List<Case> cases =
        rooms.cases().byAccount(sql, List.copyOf(byAccount.keySet())).values().stream()
            .sorted(Comparator.comparing(matter -> matter.id().value()))
            .toList();
    List<Cases.Change> changes = new ArrayList<>();
    for (Case matter : cases) {
      List<Payment> paid = byAccount.getOrDefault(matter.account().id(), List.of());
      changes.add(new Cases.Change(matter, posted(matter, paid, now)));
    }
    List<Case> after = rooms.cases().append(sql, changes);
    Reconciled found = new Reconciled(payments.size(), 0, 0, 0, cured(changes), 0);
    for (Case matter : after) {
      found = found.plus(judge(sql, matter, now));
    }
    rooms.payments().booked(sql, payments, now);
    return new Booked(found, cases.stream().map(Case::id).toList());
  }

  private static List<CaseEvent> posted(Case matter, List<Payment> payments, Instant now) {
    List<CaseEvent> events = new ArrayList<>();
    for (Payment payment : payments) {
      if (payment.amount().currency().equals(matter.account().overdue().currency())) {
        events.add(new CaseEvent.PaymentPosted(now, payment.reference(), payment.amount()));
      }
    }
    boolean due = matter.after(events).account().overdue().isPositive();
    if (!events.isEmpty()) {
      events.add(
          new CaseEvent.HoldPlaced(
              now, HoldKind.PAID, due ? Optional.of(now.plus(PEACE)) : Optional.empty()));
    }
    if (!due && !matter.cured()) {
      events.add(new CaseEvent.Cured(now));
    }
    return events;
  }

  private static long cured(List<Cases.Change> changes) {
    return changes.stream()
        .flatMap(change -> change.events().stream())
        .filter(CaseEvent.Cured.class::isInstance)
        .count();
  }

  /** Tells conversations that are going on, so that nobody is asked for what they just paid. */
  private Reconciled interrupt(List<CaseId> paid) {
    long told = 0;
    for (CaseId matter : paid) {
      List<Talk> open = rooms.transactor().get(sql -> rooms.conversations().open(sql, matter));
      for (Talk talk : open) {
        var _ = desk.receive(talk.id(), new ChannelEvent.PaymentArrived());
        told++;
      }
    }
    return new Reconciled(0, 0, 0, 0, 0, told);
  }

  /** Judges promises whose day is over somewhere. */
  Reconciled judge(Instant now) {
    // A day ahead of everybody: the day that counts is the person's, and is looked at case by case.
    LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14)).minusDays(graceDays);
    Reconciled total = Reconciled.nothing();
    Optional<CaseId> after = Optional.empty();
    while (true) {
      Optional<CaseId> from = after;
      List<CaseId> due =
          rooms.transactor().get(sql -> rooms.cases().due(sql, latest, from, AT_ONCE));
      if (due.isEmpty()) {
        return total;
      }
      for (CaseId id : due) {
        total =
            total.plus(
                LostRace.retry(() ->
                    rooms.transactor().get(sql -> judge(sql, rooms.cases().get(sql, id), now))));
      }
      after = Optional.of(due.getLast());
    }
  }

  private Reconciled judge(Sql sql, Case matter, Instant now) {
    if (matter.openPromises().isEmpty()) {
      return Reconciled.nothing();
    }
    Optional<Folder> folder = clerk.find(sql, matter.id(), now);
    if (folder.isEmpty()) {
      return Reconciled.nothing();
    }
    LocalDate today = LocalDate.ofInstant(now, Timing.zone(folder.get().dossier()));
    List<CaseEvent> found =
        Settlement.of(rooms.cases().events(sql, matter.id()), today, graceDays, now);
    var _ = rooms.cases().append(sql, matter, found);
    return new Reconciled(
        0,
        count(found, CaseEvent.PromiseKept.class),
        count(found, CaseEvent.PromisePartlyKept.class),
        count(found, CaseEvent.PromiseBroken.class),
        0,
        0);
  }

  private static long count(List<CaseEvent> events, Class<? extends CaseEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }
}
