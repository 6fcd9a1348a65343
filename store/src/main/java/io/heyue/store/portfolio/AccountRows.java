package io.heyue.store.portfolio;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Rate;
import io.heyue.store.postgres.Row;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts between the table and their record. */
final class AccountRows {
  private AccountRows() {}

  static AccountRecord record(Row row) {
    Currency currency = Currency.getInstance(row.text("currency"));
    return new AccountRecord(
        new AccountId(row.uuid("id")),
        row.text("number"),
        row.text("lender"),
        row.findText("lender_place"),
        new PersonId(row.uuid("person_id")),
        row.findText("product"),
        row.findDate("contract_date"),
        sum(row, "principal", currency),
        sum(row, "balance", currency),
        new Money(row.number("overdue"), currency),
        sum(row, "minimum", currency),
        row.date("due_date"),
        row.findDecimal("contract_rate").map(Rate::new),
        row.findDecimal("overdue_rate").map(Rate::new),
        row.findText("licence").flatMap(Licence::find),
        row.findTruth("credit_reporting"),
        row.findDate("credit_notice"),
        row.findDate("last_demand"),
        row.findTruth("assigned"),
        row.findDate("assigned_notice"));
  }

  private static Optional<Money> sum(Row row, String column, Currency currency) {
    return row.findNumber(column).map(minor -> new Money(minor, currency));
  }

  /**
   * A condition over {@code account} and its values.
   *
   * @param sql begins with {@code true}
   */
  record Condition(String sql, List<@Nullable Object> values) {
    static Condition of(AccountFilter filter) {
      StringBuilder sql = new StringBuilder("true");
      List<@Nullable Object> values = new ArrayList<>();
      // Past due by n days means due n days ago, which the index on due_date finds.
      filter
          .leastDaysPastDue()
          .ifPresent(days -> add(sql, values, "due_date <= ?", filter.today().minusDays(days)));
      filter
          .mostDaysPastDue()
          .ifPresent(days -> add(sql, values, "due_date >= ?", filter.today().minusDays(days)));
      filter.leastOverdue().ifPresent(sum -> add(sql, values, "overdue >= ?", sum));
      filter.mostOverdue().ifPresent(sum -> add(sql, values, "overdue <= ?", sum));
      if (!filter.products().isEmpty()) {
        add(sql, values, "product = any (?)", List.copyOf(filter.products()));
      }
      if (!filter.licences().isEmpty()) {
        add(sql, values, "licence = any (?)", filter.licences().stream().map(Licence::id).toList());
      }
      filter.lender().ifPresent(lender -> add(sql, values, "lender = ?", lender));
      return new Condition(sql.toString(), values);
    }

    private static void add(
        StringBuilder sql, List<@Nullable Object> values, String term, Object value) {
      sql.append(" and ").append(term);
      if (value instanceof Money sum) {
        sql.append(" and currency = ?");
        values.add(sum.minor());
        values.add(sum.currency().getCurrencyCode());
      } else {
        values.add(value);
      }
    }
  }
}
