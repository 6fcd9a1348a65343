package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Patience;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.records.Payment;
import io.heyue.store.setbacks.Setbacks.Kind;
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

  /** At most so many pieces in one run; the rest waits for the next. */
  private static final int MOST_PIECES = 50;

  /** Ahead of everybody: where it is a day first. */
  private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

  private final Rooms rooms;
  private final Clerk clerk;
  private final Desk desk;
  private final Chance chance;
  private final Workbench bench;

  Reconciliation(Rooms rooms, Clerk clerk, Desk desk, Chance chance, Workbench bench) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.desk = desk;
    this.chance = chance;
    this.bench = bench;
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
   * Books imported payments and tells conversations of them, then judges promises whose day, and
   * the days of grace, are over on the person's clock.
   */
  public Reconciled run(Instant now) {
    return book(now).plus(interrupt(now)).plus(judge(now));
  }

  /** Books imported payments, and what they make of promises. */
  Reconciled book(Instant now) {
    Reconciled total = Reconciled.nothing();
    for (int piece = 0; piece < MOST_PIECES; piece++) {
      Reconciled found = piece(now);
      total = total.plus(found);
      if (found.payments() < AT_ONCE) {
        break;
      }
    }
    return total;
  }

  private Reconciled piece(Instant now) {
    try {
      return LostRace.retry(() ->
          rooms.transactor().get(sql -> post(sql, rooms.payments().claim(sql, now, AT_ONCE), now)));
    } catch (RuntimeException e) {
      if (!Workbench.isOfTheItem(e)) {
        throw e;
      }
      // One of them can't be booked: each account by itself, so that the others can.
      return oneByOne(now);
    }
  }

  private Reconciled oneByOne(Instant now) {
    List<AccountId> accounts =
        rooms.transactor().get(sql -> rooms.payments().accounts(sql, now, AT_ONCE));
    List<Reconciled> found = new ArrayList<>();
    bench.each(
        Kind.PAYMENT,
        accounts,
        AccountId::toString,
        account ->
            found.add(
                LostRace.retry(() ->
                    rooms
                        .transactor()
                        .get(
                            sql -> post(sql, rooms.payments().claim(sql, account, AT_ONCE), now)))),
        now);
    return found.stream().reduce(Reconciled.nothing(), Reconciled::plus);
  }

  private Reconciled post(Sql sql, List<Payment> payments, Instant now) {
    Map<AccountId, List<Payment>> byAccount = new LinkedHashMap<>();
    payments.forEach(payment ->
        byAccount.computeIfAbsent(payment.account(), _ -> new ArrayList<>()).add(payment));
    List<Folder> folders = folders(sql, byAccount, now);
    List<Cases.Change> changes = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Folder folder : folders) {
      List<Payment> paid = byAccount.getOrDefault(account(folder), List.of());
      List<CaseEvent> before = rooms.cases().events(sql, folder.stored().id());
      changes.add(new Cases.Change(folder.stored(), Posting.of(folder, before, paid, now)));
      paid.stream()
          .filter(payment -> !Posting.fits(folder, payment))
          .forEach(payment -> entries.add(unfit(folder, payment, now)));
    }
    var _ = rooms.cases().append(sql, changes);
    rooms.interruptions().add(sql, ids(changes), now);
    rooms.payments().booked(sql, payments, now);
    bench.well(sql, Kind.PAYMENT, byAccount.keySet().stream().map(AccountId::toString).toList());
    rooms.ledger().append(sql, entries);
    return counted(payments.size(), changes);
  }

  private static AccountId account(Folder folder) {
    return folder.stored().account().id();
  }

  private static List<CaseId> ids(List<Cases.Change> changes) {
    return changes.stream().map(change -> change.before().id()).toList();
  }

  /**
   * The cases of accounts on which something was paid. One is opened where there is none yet: who
   * paid before anybody wrote to them must not be written to as if they hadn't. What was paid
   * before the day on which the account was due can't have been for what has been overdue since, so
   * it opens nothing.
   */
  private List<Folder> folders(Sql sql, Map<AccountId, List<Payment>> paid, Instant now) {
    Map<AccountId, OwnedAccount> accounts = rooms.accounts().list(sql, paid.keySet());
    Map<AccountId, CaseId> known = new LinkedHashMap<>();
    rooms
        .cases()
        .byAccount(sql, List.copyOf(paid.keySet()))
        .forEach((account, matter) -> known.put(account, matter.id()));
    List<OwnedAccount> openings =
        accounts.values().stream()
            .filter(owned -> !known.containsKey(owned.account().id()))
            .filter(owned -> owned.account().overdue().isPositive())
            .filter(owned -> paidSinceDue(owned, paid))
            .toList();
    rooms
        .cases()
        .openFor(sql, openings, now, chance.rng())
        .forEach((account, matter) -> known.put(account, matter.id()));
    return clerk.list(sql, known.values(), now).values().stream()
        .sorted(Comparator.comparing(folder -> folder.stored().id().value()))
        .toList();
  }

  private static boolean paidSinceDue(OwnedAccount owned, Map<AccountId, List<Payment>> paid) {
    return paid.getOrDefault(owned.account().id(), List.of()).stream()
        .map(payment -> LocalDate.ofInstant(payment.paidAt(), FIRST_ZONE))
        .anyMatch(day -> !day.isBefore(owned.account().dueDate()));
  }

  private static Entry unfit(Folder folder, Payment payment, Instant now) {
    record Unfit(String what, String reference, String currency) {}
    return new Entry(
        Entry.Kind.JOB,
        now,
        folder.stored().person().value(),
        Optional.empty(),
        Optional.of(folder.stored().id()),
        Optional.empty(),
        Canonical.text(
            new Unfit(
                "payment in another currency than the account's, not posted",
                payment.reference(),
                payment.amount().currency().getCurrencyCode())));
  }

  private static Reconciled counted(long payments, List<Cases.Change> changes) {
    List<CaseEvent> events = changes.stream().flatMap(change -> change.events().stream()).toList();
    return new Reconciled(
        payments,
        count(events, CaseEvent.PromiseKept.class),
        count(events, CaseEvent.PromisePartlyKept.class),
        count(events, CaseEvent.PromiseBroken.class),
        count(events, CaseEvent.Cured.class),
        0);
  }

  /** Tells conversations that are going on, so that nobody is asked for what they just paid. */
  Reconciled interrupt(Instant now) {
    return new Reconciled(0, 0, 0, 0, 0, desk.payments(now));
  }

  /** Judges promises whose day is over somewhere. */
  Reconciled judge(Instant now) {
    // A day ahead of everybody: the day that counts is the person's, and is looked at case by case.
    LocalDate latest = LocalDate.ofInstant(now, FIRST_ZONE).minusDays(Patience.LEAST_GRACE_DAYS);
    List<Reconciled> found = new ArrayList<>();
    Optional<CaseId> after = Optional.empty();
    while (true) {
      Optional<CaseId> from = after;
      List<CaseId> due =
          rooms.transactor().get(sql -> rooms.cases().due(sql, latest, from, now, AT_ONCE));
      if (due.isEmpty()) {
        return found.stream().reduce(Reconciled.nothing(), Reconciled::plus);
      }
      bench.each(Kind.PROMISE, due, CaseId::toString, id -> found.add(judge(id, now)), now);
      after = Optional.of(due.getLast());
    }
  }

  private Reconciled judge(CaseId id, Instant now) {
    return LostRace.retry(() ->
        rooms
            .transactor()
            .get(sql ->
                clerk
                    .find(sql, id, now)
                    .map(folder -> judge(sql, folder, now))
                    .orElseGet(Reconciled::nothing)));
  }

  private Reconciled judge(Sql sql, Folder folder, Instant now) {
    List<CaseEvent> before = rooms.cases().events(sql, folder.stored().id());
    Cases.Change change =
        new Cases.Change(folder.stored(), Posting.of(folder, before, List.of(), now));
    var _ = rooms.cases().append(sql, List.of(change));
    return counted(0, List.of(change));
  }

  private static long count(List<CaseEvent> events, Class<? extends CaseEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }
}
