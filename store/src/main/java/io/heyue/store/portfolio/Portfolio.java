package io.heyue.store.portfolio;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.IdentityNumber;
import io.heyue.core.base.Money;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Relation;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.vault.Vault;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lender's portfolio: accounts, persons, contact points and payments, to be read. Thread-safe;
 * each call reads the database and blocks meanwhile.
 */
public final class Portfolio {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Transactor transactor;
  private final Vault vault;

  public Portfolio(Database database, Vault vault) {
    this.transactor = database.transactor();
    this.vault = vault;
  }

  public Optional<AccountRecord> findAccount(AccountId id) {
    return transactor.get(
        sql -> sql.find("select * from account where id = ?", AccountRows::record, id.value()));
  }

  /** The account that {@code lender} (empty where files name none) knows by {@code number}. */
  public Optional<AccountRecord> findAccount(String lender, String number) {
    return transactor.get(sql ->
        sql.find(
            "select * from account where lender = ? and number = ?",
            AccountRows::record,
            lender,
            number));
  }

  /** The accounts of a number, which several lenders may use. */
  public List<AccountRecord> accountsByNumber(String number) {
    return transactor.get(sql ->
        sql.list(
            "select * from account where number = ? order by id", AccountRows::record, number));
  }

  public List<AccountRecord> accountsOf(PersonId person) {
    return transactor.get(sql ->
        sql.list(
            "select * from account where person_id = ? order by due_date, id",
            AccountRows::record,
            person.value()));
  }

  /**
   * A page of the accounts that are meant, in the order of their ids.
   *
   * @param after the last account of the page before; empty for the first page
   * @param size rows of a page, up to 10,000
   */
  public List<AccountRecord> accounts(AccountFilter filter, Optional<AccountId> after, int size) {
    Check.that(size >= 1 && size <= 10_000, "page size", size, "1 to 10000");
    AccountRows.Condition condition = AccountRows.Condition.of(filter);
    List<@Nullable Object> values = new ArrayList<>(condition.values());
    values.add(after.map(AccountId::value).orElse(BEFORE_ALL));
    values.add(size);
    return transactor.get(sql ->
        sql.list(
            "select * from account where " + condition.sql() + " and id > ? order by id limit ?",
            AccountRows::record,
            values.toArray()));
  }

  public long countAccounts(AccountFilter filter) {
    AccountRows.Condition condition = AccountRows.Condition.of(filter);
    return transactor.get(sql ->
        sql.get(
            "select count(*) as n from account where " + condition.sql(),
            row -> row.number("n"),
            condition.values().toArray()));
  }

  public Optional<PersonRecord> findPerson(PersonId id) {
    return transactor.get(
        sql -> sql.find("select * from person where id = ?", this::person, id.value()));
  }

  public Optional<PersonRecord> findPerson(IdentityNumber number) {
    return transactor.get(sql ->
        sql.find(
            "select * from person where identity_index = ?",
            this::person,
            vault.index(number, Fields.IDENTITY_NUMBER)));
  }

  /** All ways to reach a person, those of others around them too. */
  public List<ContactPointRecord> contactPointsOf(PersonId person) {
    return transactor.get(sql ->
        sql.list(
            "select * from contact_point where person_id = ? order by id",
            this::contactPoint,
            person.value()));
  }

  public Optional<ContactPointRecord> findContactPoint(ContactPointId id) {
    return transactor.get(sql ->
        sql.find("select * from contact_point where id = ?", this::contactPoint, id.value()));
  }

  /** The contact points of a phone number: whom somebody may be who calls or writes from it. */
  public List<ContactPointRecord> contactPointsBy(PhoneNumber number) {
    return transactor.get(sql ->
        sql.list(
            """
            select * from contact_point
            where (value_index = ? and kind = 'mobile') or (value_index = ? and kind = 'phone')
            order by id
            """,
            this::contactPoint,
            vault.index(number, Fields.contactValue(ContactKind.MOBILE)),
            vault.index(number, Fields.contactValue(ContactKind.PHONE))));
  }

  /** What was paid on an account at or after a moment, in the order of payment. */
  public List<PaymentRecord> paymentsOf(AccountId account, Instant since) {
    return transactor.get(sql ->
        sql.list(
            """
            select * from payment where account_id = ? and paid_at >= ? order by paid_at, id
            """,
            Portfolio::payment,
            account.value(),
            since));
  }

  /**
   * The oldest payments that were not set against promises yet. Whoever does so sets {@code
   * reconciled_at} in the transaction of the events that come of it.
   */
  public List<PaymentRecord> paymentsNotReconciled(int limit) {
    return transactor.get(sql ->
        sql.list(
            """
            select * from payment where reconciled_at is null order by paid_at, id limit ?
            """,
            Portfolio::payment,
            limit));
  }

  private PersonRecord person(Row row) {
    return new PersonRecord(
        new PersonId(row.uuid("id")),
        new PersonName(vault.open(row.bytes("name"), Fields.NAME)),
        row.findBytes("identity_number")
            .map(sealed -> new IdentityNumber(vault.open(sealed, Fields.IDENTITY_NUMBER))),
        row.findText("language"),
        row.findText("place"),
        row.findText("time_zone").map(ZoneId::of),
        row.findNumber("pay_day").map(Long::intValue),
        row.texts("flags"));
  }

  private ContactPointRecord contactPoint(Row row) {
    ContactKind kind =
        ContactKind.find(row.text("kind"))
            .orElseThrow(() -> new IllegalStateException("A contact point has no known kind."));
    return new ContactPointRecord(
        new ContactPointId(row.uuid("id")),
        new PersonId(row.uuid("person_id")),
        ContactValue.of(kind, vault.open(row.bytes("value"), Fields.contactValue(kind))),
        Relation.find(row.text("relation")).orElse(Relation.OTHER),
        row.findText("source").flatMap(NumberSource::find),
        row.findBytes("holder").map(sealed -> new PersonName(vault.open(sealed, Fields.HOLDER))),
        consents(row));
  }

  private static Map<Channel, Boolean> consents(Row row) {
    Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
    row.findTruth("consent_voice").ifPresent(given -> consents.put(Channel.CALL, given));
    row.findTruth("consent_text").ifPresent(given -> consents.put(Channel.SMS, given));
    row.findTruth("consent_email").ifPresent(given -> consents.put(Channel.EMAIL, given));
    row.findTruth("consent_app").ifPresent(given -> consents.put(Channel.PUSH, given));
    return Map.copyOf(consents);
  }

  private static PaymentRecord payment(Row row) {
    return new PaymentRecord(
        row.uuid("id"),
        new AccountId(row.uuid("account_id")),
        row.text("reference"),
        new Money(row.number("amount"), Currency.getInstance(row.text("currency"))),
        row.instant("paid_at"),
        row.instant("imported_at"),
        row.findInstant("reconciled_at"));
  }
}
