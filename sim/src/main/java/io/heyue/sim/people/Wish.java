package io.heyue.sim.people;

import io.heyue.core.base.Money;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person can and wants to do; nobody else knows it.
 *
 * @param overdue what they owe, as far as they are told
 * @param part what they would pay if not all
 * @param wrong a sum that they name by mistake first
 * @param day when they would pay
 * @param payDay on which day of the month their pay comes
 * @param count how many instalments they would like
 * @param ability what they can spare a month
 * @param paidOn when they paid, if they did
 * @param callback when they would rather talk
 */
record Wish(
    Money overdue,
    Optional<Money> part,
    Money wrong,
    LocalDate day,
    int payDay,
    int count,
    Money ability,
    LocalDate paidOn,
    ZonedDateTime callback) {

  /** What they would pay on {@link #day}. */
  Money amount() {
    return part.orElse(overdue);
  }

  boolean rightSum(Page page) {
    return page.sums().contains(amount());
  }

  boolean rightDay(Page page) {
    return page.days().contains(day);
  }

  /** Whether it is read back that we call when they want. */
  boolean callsBack(Page page) {
    return page.cue() == Cue.READ_BACK
        && page.sums().isEmpty()
        && Stream.of("d MMMM", "M月d日")
            .map(form -> callback.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH)))
            .anyMatch(page.asked()::contains)
        && page.asked().contains(callback.getHour() + ":00");
  }

  Wish partly(Money sum) {
    return new Wish(
        overdue, Optional.of(sum), wrong, day, payDay, count, ability, paidOn, callback);
  }

  Wish on(LocalDate other) {
    return new Wish(overdue, part, wrong, other, payDay, count, ability, paidOn, callback);
  }
}
