package io.heyue.store.portfolio;

import io.heyue.core.base.Check;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which accounts are meant, as a campaign states it. Empty parts let all through.
 *
 * @param today the day from which days past due are counted
 * @param leastDaysPastDue first day past due that is meant
 * @param mostDaysPastDue last day past due that is meant
 * @param leastOverdue smallest overdue sum; with it only accounts of its currency are meant
 * @param mostOverdue largest overdue sum; with it only accounts of its currency are meant
 */
public record AccountFilter(
    LocalDate today,
    Optional<Integer> leastDaysPastDue,
    Optional<Integer> mostDaysPastDue,
    Optional<Money> leastOverdue,
    Optional<Money> mostOverdue,
    Set<String> products,
    Set<Licence> licences,
    Optional<String> lender) {
  public AccountFilter {
    products = Set.copyOf(products);
    licences = Set.copyOf(licences);
  }

  /** All accounts. */
  public static AccountFilter all(LocalDate today) {
    return new AccountFilter(
        today,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty());
  }

  /** Only accounts that are {@code least} to {@code most} days past due. */
  public AccountFilter daysPastDue(int least, int most) {
    Check.that(least <= most, "least days past due", least, "at most " + most);
    return new AccountFilter(
        today,
        Optional.of(least),
        Optional.of(most),
        leastOverdue,
        mostOverdue,
        products,
        licences,
        lender);
  }

  /** Only accounts of which {@code least} to {@code most} is overdue. */
  public AccountFilter overdue(Money least, Money most) {
    Check.that(!most.lessThan(least), "least overdue", least, "at most " + most);
    return new AccountFilter(
        today,
        leastDaysPastDue,
        mostDaysPastDue,
        Optional.of(least),
        Optional.of(most),
        products,
        licences,
        lender);
  }

  /** Only accounts of one of these products. */
  public AccountFilter products(Set<String> only) {
    return new AccountFilter(
        today,
        leastDaysPastDue,
        mostDaysPastDue,
        leastOverdue,
        mostOverdue,
        only,
        licences,
        lender);
  }

  /** Only accounts of lenders with one of these licences. */
  public AccountFilter licences(Set<Licence> only) {
    return new AccountFilter(
        today,
        leastDaysPastDue,
        mostDaysPastDue,
        leastOverdue,
        mostOverdue,
        products,
        only,
        lender);
  }
}
