package io.heyue.app.api;

import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.PersonRecords;
import io.heyue.store.vault.Vault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The portfolio: accounts, with persons masked, and payments. */
@RestController
@RequestMapping("/api/v1")
public final class PortfolioApi {
  private final Transactor transactor;
  private final PersonRecords persons;

  PortfolioApi(Transactor transactor, Vault vault) {
    this.transactor = transactor;
    this.persons = new PersonRecords(vault);
  }

  /**
   * An account.
   *
   * @param tail last four characters of the lender's number
   * @param person masked
   */
  public record AccountView(
      UUID id,
      String tail,
      String lender,
      UUID personId,
      @Nullable String person,
      @Nullable String product,
      BigDecimal overdue,
      @Nullable BigDecimal balance,
      String currency,
      LocalDate dueDate) {
    AccountView named(@Nullable String name) {
      return new AccountView(
          id, tail, lender, personId, name, product, overdue, balance, currency, dueDate);
    }
  }

  /** A payment. */
  public record PaymentView(
      UUID id,
      UUID accountId,
      String reference,
      BigDecimal amount,
      String currency,
      Instant paidAt,
      boolean reconciled) {}

  @GetMapping("/accounts")
  Page<AccountView> accounts(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return transactor.get(sql ->
        Page.of(
            named(
                sql,
                sql.list(
                    "select * from account where ?::uuid is null or id > ? order by id limit ?",
                    PortfolioApi::account,
                    after,
                    after,
                    most + 1)),
            most,
            view -> view.id().toString()));
  }

  @GetMapping("/accounts/{id}")
  AccountView account(@PathVariable UUID id) {
    return transactor.get(sql -> {
      Optional<AccountView> found =
          sql.find("select * from account where id = ?", PortfolioApi::account, id);
      return named(sql, List.of(found.orElseThrow(() -> Problems.none("account")))).getFirst();
    });
  }

  @GetMapping("/payments")
  Page<PaymentView> payments(
      @RequestParam(required = false) @Nullable UUID account,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return transactor.get(sql ->
        Page.of(
            sql.list(
                """
                select * from payment where (?::uuid is null or account_id = ?)
                  and (?::uuid is null or id < ?) order by id desc limit ?
                """,
                PortfolioApi::payment,
                account,
                account,
                after,
                after,
                most + 1),
            most,
            view -> view.id().toString()));
  }

  private List<AccountView> named(Sql sql, List<AccountView> views) {
    Map<UUID, String> names =
        Masking.names(persons, sql, views.stream().map(AccountView::personId).toList());
    return views.stream().map(view -> view.named(names.get(view.personId()))).toList();
  }

  private static AccountView account(Row row) {
    String number = row.text("number");
    String currency = row.text("currency");
    return new AccountView(
        row.uuid("id"),
        number.substring(Math.max(0, number.length() - 4)),
        row.text("lender"),
        row.uuid("person_id"),
        null,
        row.findText("product").orElse(null),
        decimal(row.number("overdue"), currency),
        row.findNumber("balance").map(minor -> decimal(minor, currency)).orElse(null),
        currency,
        row.date("due_date"));
  }

  private static PaymentView payment(Row row) {
    String currency = row.text("currency");
    return new PaymentView(
        row.uuid("id"),
        row.uuid("account_id"),
        row.text("reference"),
        decimal(row.number("amount"), currency),
        currency,
        row.instant("paid_at"),
        row.findInstant("reconciled_at").isPresent());
  }

  private static BigDecimal decimal(long minor, String currency) {
    return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
