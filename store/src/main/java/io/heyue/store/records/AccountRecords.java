package io.heyue.store.records;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Rate;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Lender;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts of the lenders' books. Stateless. */
public final class AccountRecords {
  /** The accounts of these ids, as far as they are there. */
  public Map<AccountId, OwnedAccount> list(Sql sql, Collection<AccountId> ids) {
    Map<AccountId, OwnedAccount> accounts = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      List<UUID> values = ids.stream().map(AccountId::value).toList();
      sql.each(
          "select * from account where id = any(?) order by id",
          row -> accounts.put(new AccountId(row.uuid("id")), owned(row)),
          values);
    }
    return accounts;
  }

  public Optional<OwnedAccount> find(Sql sql, AccountId id) {
    return Optional.ofNullable(list(sql, List.of(id)).get(id));
  }

  /** The account that {@code lender} (empty where files name none) knows by {@code number}. */
  public Optional<OwnedAccount> find(Sql sql, String lender, String number) {
    return sql.find(
        "select * from account where lender = ? and number = ?",
        AccountRecords::owned,
        lender,
        number);
  }

  private static OwnedAccount owned(Row row) {
    return new OwnedAccount(account(row), new PersonId(row.uuid("person_id")));
  }

  private static Account account(Row row) {
    Currency currency = Currency.getInstance(row.text("currency"));
    Money overdue = new Money(row.number("overdue"), currency);
    String number = row.text("number");
    return new Account(
        new AccountId(row.uuid("id")),
        tail(number),
        new Lender(
            row.text("lender"),
            row.findText("licence").flatMap(Licence::find).orElse(null),
            row.findText("lender_place").orElse("")),
        row.findText("product").orElse(""),
        row.findDate("contract_date"),
        sum(row, "principal", currency),
        sum(row, "balance", currency),
        overdue,
        sum(row, "minimum", currency),
        row.date("due_date"),
        rate(row, "contract_rate"),
        rate(row, "overdue_rate"),
        new Account.LegalFacts(
            row.findTruth("credit_reporting").orElse(null),
            row.findDate("credit_notice").orElse(null),
            row.findDate("last_demand").orElse(null),
            row.findTruth("assigned").orElse(null),
            row.findDate("assigned_notice").orElse(null)),
        row.findInstant("as_of").map(moment -> new Account.AsOf(moment, row.truth("as_of_told"))));
  }

  /** The last four characters that count. */
  private static String tail(String number) {
    String bare = number.replaceAll("[^0-9A-Za-z]", "");
    return bare.length() <= 4 ? bare : bare.substring(bare.length() - 4);
  }

  private static Optional<Money> sum(Row row, String column, Currency currency) {
    return row.findNumber(column).map(minor -> new Money(minor, currency));
  }

  private static Rate rate(Row row, String column) {
    return new Rate(row.findDecimal(column).orElse(BigDecimal.ZERO));
  }
}
