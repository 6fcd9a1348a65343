package io.heyue.store.campaigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A filter as a condition on the tables account {@code a} and person {@code p}. */
record Selection(String condition, List<Object> values) {
  /** So many days ago on the person's calendar. */
  private static final String DAY =
      "(?::timestamptz at time zone coalesce(p.time_zone, 'UTC'))::date - ?::integer";

  static Selection of(Filter filter, Instant now) {
    StringBuilder condition = new StringBuilder("a.overdue > 0");
    List<Object> values = new ArrayList<>();
    filter
        .leastDaysPastDue()
        .ifPresent(days -> {
          condition.append(" and a.due_date <= ").append(DAY);
          values.addAll(List.of(now, days));
        });
    filter
        .mostDaysPastDue()
        .ifPresent(days -> {
          condition.append(" and a.due_date >= ").append(DAY);
          values.addAll(List.of(now, days));
        });
    filter
        .leastOverdue()
        .ifPresent(sum -> {
          condition.append(" and a.overdue >= ?");
          values.add(sum);
        });
    filter
        .mostOverdue()
        .ifPresent(sum -> {
          condition.append(" and a.overdue <= ?");
          values.add(sum);
        });
    filter
        .lender()
        .ifPresent(lender -> {
          condition.append(" and a.lender = ?");
          values.add(lender);
        });
    if (!filter.products().isEmpty()) {
      condition.append(" and a.product = any(?)");
      values.add(List.copyOf(filter.products()));
    }
    if (!filter.places().isEmpty()) {
      condition.append(" and p.place = any(?)");
      values.add(List.copyOf(filter.places()));
    }
    return new Selection(condition.toString(), values);
  }
}
