package io.heyue.core.dialogue;

import io.heyue.core.base.Money;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What the person has named so far.
 *
 * @param amount what they would pay
 * @param date by which day
 * @param vague first and last day of a stretch of time too long for a promise
 * @param payEvent whether they named money that will come instead of a day
 * @param monthsAhead in how many months that money comes, 0 for the next
 * @param count number of instalments
 * @param ability what they could manage a month
 * @param callback when we may come back
 * @param paidOn when they paid, as they say
 * @param payDay day of the month on which their pay comes, as they say
 * @param restDate by which day they would pay what stays owed after a part
 */
public record Slots(
    Optional<Money> amount,
    Optional<LocalDate> date,
    Optional<Stretch> vague,
    boolean payEvent,
    int monthsAhead,
    Optional<Integer> count,
    Optional<Money> ability,
    Optional<ZonedDateTime> callback,
    Optional<LocalDate> paidOn,
    Optional<Integer> payDay,
    Optional<LocalDate> restDate) {

  public static Slots empty() {
    return new Slots(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Days from {@code from} to {@code to}, both inclusive. */
  public record Stretch(LocalDate from, LocalDate to) {}

  /** A copy to be changed. */
  Draft draft() {
    return new Draft(this);
  }

  /** Slots while they are being filled. */
  static final class Draft {
    Optional<Money> amount;
    Optional<LocalDate> date;
    Optional<Stretch> vague;
    boolean payEvent;
    int monthsAhead;
    Optional<Integer> count;
    Optional<Money> ability;
    Optional<ZonedDateTime> callback;
    Optional<LocalDate> paidOn;
    Optional<Integer> payDay;
    Optional<LocalDate> restDate;

    private Draft(Slots slots) {
      amount = slots.amount;
      date = slots.date;
      vague = slots.vague;
      payEvent = slots.payEvent;
      monthsAhead = slots.monthsAhead;
      count = slots.count;
      ability = slots.ability;
      callback = slots.callback;
      paidOn = slots.paidOn;
      payDay = slots.payDay;
      restDate = slots.restDate;
    }

    /** A day is known now; whatever was vague about it no longer counts. */
    void date(LocalDate day) {
      date = Optional.of(day);
      vague = Optional.empty();
      payEvent = false;
    }

    Slots build() {
      return new Slots(
          amount,
          date,
          vague,
          payEvent,
          monthsAhead,
          count,
          ability,
          callback,
          paidOn,
          payDay,
          restDate);
    }
  }
}
