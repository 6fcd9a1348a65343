package io.heyue.core.portfolio;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One account that is being worked: the fold of its events, and nothing else. Immutable.
 *
 * @param version how many events it is made of; the next event is appended only at this version
 * @param holds bars on contact, also those that have run out; ask {@link #holdsAt}
 * @param consents by channel: true given, false withdrawn, absent never asked
 * @param promises in the order in which they were made
 * @param relief the overdue rate that the lender's pricing lowered to; it stays, whatever the books
 *     say later
 * @param paid everything that was paid since the case opened
 * @param payments of which {@code paid} is the sum, in the order in which they were booked
 * @param tallies what has been counted
 * @param callback when the person wants to be contacted next
 * @param cured whether nothing is overdue any more
 * @param failedProofs when the proof of identity failed since it last held
 * @param statementDue whether a statement of account was promised and not given yet
 * @param vulnerable since when it is known, by the person's own words, that they are vulnerable;
 *     empty where it isn't, or where a person of the lender's found that it is past
 * @param decision what a person decided on contacts that rules leave to one; also where it has run
 *     out, ask {@link Dossier#decision}
 */
public record Case(
    CaseId id,
    long version,
    PersonId person,
    Account account,
    Map<HoldKind, Hold> holds,
    Map<Channel, Boolean> consents,
    List<Promise> promises,
    Optional<Plan> plan,
    Optional<Rate> relief,
    Money paid,
    List<Received> payments,
    Tallies tallies,
    Optional<Instant> callback,
    Optional<Disposition> lastDisposition,
    boolean cured,
    List<Instant> failedProofs,
    boolean statementDue,
    Optional<Instant> vulnerable,
    Optional<Decision> decision) {
  public Case {
    failedProofs = List.copyOf(failedProofs);
    holds = Map.copyOf(holds);
    consents = Map.copyOf(consents);
    promises = List.copyOf(promises);
    payments = List.copyOf(payments);
  }

  /**
   * Money that came in.
   *
   * @param paidOn the day on which it was paid, on the person's calendar
   * @param known when it was paid and came to us; empty for what was booked before that was kept
   */
  public record Received(Money amount, LocalDate paidOn, Optional<Timing> known) {
    /** Of what only the day is known, as if it had been paid and come at its beginning. */
    Timing timing() {
      Instant day = paidOn.atStartOfDay(ZoneOffset.UTC).toInstant();
      return known.orElse(new Timing(day, day));
    }
  }

  /** When a payment was made, and when we heard of it. */
  public record Timing(Instant paid, Instant came) {}

  /**
   * The case that {@code events} make.
   *
   * @throws IllegalArgumentException if the first is not {@link CaseEvent.CaseOpened}
   */
  public static Case fold(Iterable<? extends CaseEvent> events) {
    Iterator<? extends CaseEvent> remaining = events.iterator();
    if (!remaining.hasNext() || !(remaining.next() instanceof CaseEvent.CaseOpened opened)) {
      throw new IllegalArgumentException(
          "A case must begin with CaseOpened. Maybe its first events were not read.");
    }
    Case matter = opened(opened);
    while (remaining.hasNext()) {
      matter = matter.after(remaining.next());
    }
    return matter;
  }

  /** The case that an opening makes. */
  public static Case opened(CaseEvent.CaseOpened event) {
    return new Case(
        event.id(),
        1,
        event.person(),
        event.account(),
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Money.zero(event.account().overdue().currency()),
        List.of(),
        Tallies.none(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** This case after one more event. */
  public Case after(CaseEvent event) {
    return Fold.after(this, event);
  }

  /** This case after {@code events}, in order. */
  public Case after(List<CaseEvent> events) {
    Case matter = this;
    for (CaseEvent event : events) {
      matter = matter.after(event);
    }
    return matter;
  }

  /** The kinds of hold that stand at {@code now}. */
  public List<HoldKind> holdsAt(Instant now) {
    return holds.values().stream()
        .filter(hold -> hold.standsAt(now))
        .map(Hold::kind)
        .sorted()
        .toList();
  }

  /** The last day on which the complaint that stands is answered, if one does. */
  public Optional<LocalDate> complaintDue() {
    return Optional.ofNullable(holds.get(HoldKind.COMPLAINT)).flatMap(Hold::answerBy);
  }

  /** The promises that are still to be kept, earliest first. */
  public List<Promise> openPromises() {
    return promises.stream()
        .filter(promise -> promise.status() == Promise.Status.OPEN)
        .sorted(java.util.Comparator.comparing(Promise::due))
        .toList();
  }

  /**
   * What was counted over the life of a case.
   *
   * @param attempts contacts that were tried
   * @param unanswered contacts tried since the person last answered
   * @param conversations conversations that ended
   * @param rightParty conversations with the right party
   * @param broken promises broken
   * @param kept promises kept
   * @param partialPayments payments that left something overdue
   */
  public record Tallies(
      int attempts,
      int unanswered,
      int conversations,
      int rightParty,
      int broken,
      int kept,
      int partialPayments) {
    static Tallies none() {
      return new Tallies(0, 0, 0, 0, 0, 0, 0);
    }
  }
}
