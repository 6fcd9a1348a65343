package io.heyue.core.portfolio;

import io.heyue.core.base.Check;
import io.heyue.core.base.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An instalment plan: dated sums that add up to the total exactly, what doesn't divide standing in
 * the last.
 *
 * @param total what is paid over the whole plan
 * @param instalments in order of their dates; at least two
 */
public record Plan(Money total, List<Instalment> instalments) {
  public Plan {
    instalments = List.copyOf(instalments);
    Check.that(instalments.size() >= 2, "instalments", instalments.size(), "at least 2");
    Money sum =
        instalments.stream()
            .map(Instalment::amount)
            .reduce(Money.zero(total.currency()), Money::plus);
    Check.that(sum.equals(total), "sum of the instalments", sum, "the total of " + total);
  }

  /**
   * Equal monthly instalments.
   *
   * @param first day of the first; the others stand on the same day of the following months, or on
   *     the month's last day where it is shorter
   */
  public static Plan monthly(Money total, int count, LocalDate first) {
    List<Money> sums = total.split(count);
    List<Instalment> instalments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      instalments.add(new Instalment(i + 1, sums.get(i), first.plusMonths(i)));
    }
    return new Plan(total, instalments);
  }

  public int count() {
    return instalments.size();
  }

  public Instalment first() {
    return instalments.getFirst();
  }

  public Instalment last() {
    return instalments.getLast();
  }

  /** One payment of a plan; {@code number} counts from 1. */
  public record Instalment(int number, Money amount, LocalDate due) {}
}
