package io.heyue.store.intake;

import io.heyue.core.base.IdentityNumber;
import io.heyue.core.base.Licence;
import io.heyue.core.base.PersonName;
import io.heyue.store.intake.Changes.Change;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.Fields;
import io.heyue.store.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts with their borrowers. */
final class AccountIntake implements Intake {
  private static final Map<Column, Change> OF_ACCOUNT =
      Map.ofEntries(
          Map.entry(Column.LENDER_PLACE, plain("lender_place")),
          Map.entry(Column.LICENCE, plain("licence")),
          Map.entry(Column.PRODUCT, plain("product")),
          Map.entry(Column.CURRENCY, plain("currency")),
          Map.entry(Column.CONTRACT_DATE, plain("contract_date")),
          Map.entry(Column.PRINCIPAL, plain("principal")),
          Map.entry(Column.BALANCE, plain("balance")),
          Map.entry(Column.OVERDUE, plain("overdue")),
          Map.entry(Column.MINIMUM, plain("minimum")),
          Map.entry(Column.DUE_DATE, plain("due_date")),
          Map.entry(Column.CONTRACT_RATE, rate("contract_rate")),
          Map.entry(Column.OVERDUE_RATE, rate("overdue_rate")),
          Map.entry(Column.CREDIT_REPORTING, plain("credit_reporting")),
          Map.entry(Column.CREDIT_NOTICE, plain("credit_notice")),
          Map.entry(Column.LAST_DEMAND, plain("last_demand")),
          Map.entry(Column.ASSIGNED, plain("assigned")),
          Map.entry(Column.ASSIGNED_NOTICE, plain("assigned_notice")));

  private static final Map<Column, Change> OF_PERSON =
      Map.of(
          Column.LANGUAGE, plain("language"),
          Column.PLACE, plain("place"),
          Column.PAY_DAY, plain("pay_day"),
          Column.FLAGS, new Change("flags", flags()));

  /** What a payment changes; if one of them did change, the books were made up anew. */
  private static final List<Change> FIGURES =
      List.of(plain("balance"), plain("overdue"), plain("minimum"), plain("due_date"));

  private final Vault vault;
  private final Instant now;

  /** Up to when payments are in books that don't say so: to the end of the day before they came. */
  private final Instant before;

  /** Whether the licence was told beside the file, for rows that name none. */
  private final boolean licenceTold;

  AccountIntake(Vault vault, Instant now, ImportOptions options) {
    this.vault = vault;
    this.now = now;
    this.before =
        Dates.endOf(LocalDate.ofInstant(now, options.zone()).minusDays(1), options.zone());
    this.licenceTold = options.licence().isPresent();
  }

  @Override
  public String definition() {
    return """
    row bigint, key_index bytea, identity_index bytea, number_index bytea, name_index bytea,
    name bytea, identity_number bytea, person_number bytea, language text, place text,
    time_zone text, pay_day bigint, flags text, number text, lender text, lender_place text,
    product text, currency text, contract_date date, principal bigint, balance bigint,
    overdue bigint, minimum bigint, due_date date, contract_rate bigint, overdue_rate bigint,
    licence text, credit_reporting boolean, credit_notice date, last_demand date,
    assigned boolean, assigned_notice date, as_of timestamptz
    """;
  }

  @Override
  public int width() {
    return 33;
  }

  @Override
  public String keys() {
    return "row, number, lender, key_index, number_index, identity_index";
  }

  @Override
  public void write(long row, Cells cells, BinaryCopy out) {
    Currency currency = cells.currency();
    String number = cells.requiredNumber(Column.ACCOUNT_NUMBER);
    long overdue = cells.requiredSum(Column.OVERDUE, currency);
    String lender = cells.lender();
    out.number(row);
    writePerson(lender, cells, out);
    out.text(number)
        .text(lender)
        .text(cells.place(Column.LENDER_PLACE))
        .text(cells.text(Column.PRODUCT, 100))
        .text(currency.getCurrencyCode())
        .date(cells.date(Column.CONTRACT_DATE))
        .number(cells.sum(Column.PRINCIPAL, currency))
        .number(cells.sum(Column.BALANCE, currency))
        .number(overdue)
        .number(cells.sum(Column.MINIMUM, currency))
        .date(cells.requiredDate(Column.DUE_DATE))
        .number(cells.rate(Column.CONTRACT_RATE))
        .number(cells.rate(Column.OVERDUE_RATE))
        .text(licence(cells))
        .truth(cells.yesOrNo(Column.CREDIT_REPORTING))
        .date(cells.date(Column.CREDIT_NOTICE))
        .date(cells.date(Column.LAST_DEMAND))
        .truth(cells.yesOrNo(Column.ASSIGNED))
        .date(cells.date(Column.ASSIGNED_NOTICE))
        .instant(cells.upTo(Column.AS_OF, now));
  }

  private void writePerson(String lender, Cells cells, BinaryCopy out) {
    PersonName name = cells.requiredName();
    IdentityNumber identity = cells.identityNumber();
    String number = cells.number(Column.PERSON_NUMBER);
    byte[] identityIndex = identity == null ? null : vault.index(identity, Fields.IDENTITY_NUMBER);
    byte[] numberIndex =
        number == null
            ? null
            : vault.indexText(Fields.personNumberKey(lender, number), Fields.PERSON_NUMBER);
    byte[] key = identityIndex == null ? numberIndex : identityIndex;
    if (key == null) {
      throw new BadCell(null, Reason.NO_PERSON);
    }
    out.bytes(key)
        .bytes(identityIndex)
        .bytes(numberIndex)
        .bytes(vault.index(name, Fields.NAME))
        .bytes(vault.seal(name, Fields.NAME))
        .bytes(identity == null ? null : vault.seal(identity, Fields.IDENTITY_NUMBER))
        .bytes(number == null ? null : vault.sealText(number, Fields.PERSON_NUMBER))
        .text(cells.choice(Column.LANGUAGE))
        .text(cells.place(Column.PLACE))
        .text(cells.zone())
        .number(cells.dayOfMonth(Column.PAY_DAY))
        .text(cells.choices(Column.FLAGS));
  }

  private static @Nullable String licence(Cells cells) {
    String licence = cells.choice(Column.LICENCE);
    return licence == null ? cells.options().licence().map(Licence::id).orElse(null) : licence;
  }

  @Override
  public Counts merge(Sql sql, Header header, Rejections rejections) {
    Refusal.duplicates(
        sql,
        rejections,
        "stage s",
        List.of("s.lender", "s.number"),
        Column.ACCOUNT_NUMBER,
        "number");
    boolean first = !Refusal.any(sql, "person");
    AccountPeople.settle(sql, rejections, first);
    if (!first) {
      refuseStrangers(sql, rejections);
    }
    long staged = sql.get("select count(*) as n from stage", row -> row.number("n"));
    String last = AccountPeople.last(sql);
    sql.update("create temporary table touched (row bigint) on commit drop");
    if (first) {
      BareTables bare = BareTables.of(sql, staged, List.of("person", "account"));
      AccountPeople.insert(sql, last, true, !bare.stripped());
      long inserted = insertAccounts(sql, true, !bare.stripped());
      bare.dress();
      return new Counts(inserted, 0, staged - inserted);
    }
    AccountPeople.update(sql, last, withZone(header, changes(header, OF_PERSON)));
    AccountPeople.insert(sql, last, false, true);
    long updated = updateAccounts(sql, withLicence(header, changes(header, OF_ACCOUNT)));
    long inserted = insertAccounts(sql, false, true);
    return new Counts(inserted, updated, staged - inserted - updated);
  }

  private static void refuseStrangers(Sql sql, Rejections rejections) {
    Refusal.where(
        sql,
        rejections,
        """
        exists (select from account a join person p on p.id = a.person_id
          where a.lender = s.lender and a.number = s.number and p.key_index <> s.key_index)
        """,
        Column.ACCOUNT_NUMBER,
        "number",
        Reason.OTHER_PERSON);
  }

  /**
   * How many rows changed an account that was known, or its person. Figures that came anew without
   * the moment of the books are as of the day before; those that stayed keep the moment they had.
   */
  private long updateAccounts(Sql sql, Changes changes) {
    List<Change> figures = new ArrayList<>(FIGURES);
    figures.retainAll(changes.changes());
    sql.update(
        """
        with changed as (
          update account t set %s,
            as_of = case when s.as_of is not null then s.as_of when %s then ? else t.as_of end,
            as_of_told = case when s.as_of is not null then true when %s then false
              else t.as_of_told end
          from stage s
          where t.lender = s.lender and t.number = s.number
            and (%s or (s.as_of is not null
              and (s.as_of, true) is distinct from (t.as_of, t.as_of_told)))
          returning s.row)
        insert into touched select row from changed
        """
            .formatted(
                changes.assignments(),
                new Changes(figures).difference(),
                new Changes(figures).difference(),
                changes.difference()),
        before);
    return sql.get(
        """
        select count(distinct s.row) as n from touched join stage s using (row)
          join account a on a.lender = s.lender and a.number = s.number
        """,
        row -> row.number("n"));
  }

  /**
   * Inserts accounts that are new.
   *
   * @param ordered whether in the order of the file, which the indexes like
   */
  private long insertAccounts(Sql sql, boolean first, boolean ordered) {
    String fresh =
        """
        where not exists (
          select from account a where a.lender = s.lender and a.number = s.number)
        """;
    return sql.update(
        """
        insert into account (number, lender, lender_place, person_id, product, currency,
          contract_date, principal, balance, overdue, minimum, due_date, contract_rate,
          overdue_rate, licence, credit_reporting, credit_notice, last_demand, assigned,
          assigned_notice, as_of, as_of_told)
        select s.number, s.lender, s.lender_place, p.id, s.product, s.currency,
          s.contract_date, s.principal, s.balance, s.overdue, s.minimum, s.due_date,
          s.contract_rate / 1000000.0, s.overdue_rate / 1000000.0, s.licence,
          s.credit_reporting, s.credit_notice, s.last_demand, s.assigned, s.assigned_notice,
          coalesce(s.as_of, ?), s.as_of is not null
        from stage s join person p on p.key_index = s.key_index
        """
            + (first ? "" : fresh)
            + (ordered ? "order by s.row" : ""),
        before);
  }

  /** What is not in the file stays as it is; what is there but empty becomes empty. */
  private static Changes changes(Header header, Map<Column, Change> all) {
    List<Change> present = new ArrayList<>();
    for (Column column : header.places().keySet()) {
      Change change = all.get(column);
      if (change != null) {
        present.add(change);
      }
    }
    return new Changes(present);
  }

  private Changes withLicence(Header header, Changes changes) {
    if (!licenceTold || header.has(Column.LICENCE)) {
      return changes;
    }
    List<Change> more = new ArrayList<>(changes.changes());
    more.add(plain("licence"));
    return new Changes(more);
  }

  /** A time zone may be told by the place alone. */
  private static Changes withZone(Header header, Changes changes) {
    if (!header.has(Column.PLACE) && !header.has(Column.TIME_ZONE)) {
      return changes;
    }
    List<Change> more = new ArrayList<>(changes.changes());
    more.add(plain("time_zone"));
    return new Changes(more);
  }

  private static Change plain(String column) {
    return new Change(column, "s." + column);
  }

  private static Change rate(String column) {
    return new Change(column, "(s." + column + " / 1000000.0)::numeric(12,6)");
  }

  static String flags() {
    return "coalesce(string_to_array(s.flags, ','), '{}')";
  }
}
