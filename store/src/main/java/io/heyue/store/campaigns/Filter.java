package io.heyue.store.campaigns;

import io.heyue.core.base.Check;
import java.util.Optional;
import java.util.Set;

/**
 * Which accounts a campaign is about. What is empty selects all.
 *
 * @param leastDaysPastDue at least so many days past due
 * @param mostDaysPastDue at most so many
 * @param leastOverdue at least so much overdue, in the smallest unit of the currency
 * @param mostOverdue at most so much
 * @param lender the lender's name
 * @param products the lender's words for the product
 * @param places where the borrower lives
 */
public record Filter(
    Optional<Integer> leastDaysPastDue,
    Optional<Integer> mostDaysPastDue,
    Optional<Long> leastOverdue,
    Optional<Long> mostOverdue,
    Optional<String> lender,
    Set<String> products,
    Set<String> places) {
  public Filter {
    products = Set.copyOf(products);
    places = Set.copyOf(places);
    leastDaysPastDue.ifPresent(
        days -> Check.that(days >= 0, "leastDaysPastDue", days, "0 or more"));
  }

  /** Every account on which something is overdue. */
  public static Filter everyone() {
    return new Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of());
  }

  public static Filter daysPastDue(int least, int most) {
    return new Filter(
        Optional.of(least),
        Optional.of(most),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of());
  }
}
