package io.heyue.store.intake;

import io.heyue.core.base.IdentityNumber;
import io.heyue.core.base.PhoneNumber;
import io.heyue.store.intake.Changes.Change;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactKind;
import io.heyue.store.records.Fields;
import io.heyue.store.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and addresses of borrowers and of those around them. */
final class ContactIntake implements Intake {
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,185}\\.[^\\s@,;<>\"]{2,}");
  private static final List<Column> OPTIONAL =
      List.of(
          Column.SOURCE,
          Column.CONSENT_VOICE,
          Column.CONSENT_TEXT,
          Column.CONSENT_EMAIL,
          Column.CONSENT_APP);

  private final Vault vault;

  ContactIntake(Vault vault) {
    this.vault = vault;
  }

  @Override
  public String definition() {
    return """
    row bigint, number text, lender text, identity_index bytea, number_index bytea,
    kind text, value_index bytea, value bytea, relation text, source text,
    holder_index bytea, holder bytea, consent_voice boolean, consent_text boolean,
    consent_email boolean, consent_app boolean
    """;
  }

  @Override
  public int width() {
    return 16;
  }

  @Override
  public String keys() {
    return "row, number, lender, number_index, identity_index";
  }

  @Override
  public void write(long row, Cells cells, BinaryCopy out) {
    String account = cells.number(Column.ACCOUNT_NUMBER);
    String lender = cells.lender();
    IdentityNumber identity = cells.identityNumber();
    String number = cells.number(Column.PERSON_NUMBER);
    if (account == null && identity == null && number == null) {
      throw new BadCell(null, Reason.NO_PERSON);
    }
    ContactKind kind =
        ContactKind.find(cells.requiredChoice(Column.KIND))
            .orElseThrow(() -> new BadCell(Column.KIND, Reason.UNKNOWN_WORD));
    String value = value(kind, cells);
    String holder = cells.text(Column.HOLDER, 100);
    out.number(row)
        .text(account)
        .text(lender)
        .bytes(identity == null ? null : vault.index(identity, Fields.IDENTITY_NUMBER))
        .bytes(
            number == null
                ? null
                : vault.indexText(Fields.personNumberKey(lender, number), Fields.PERSON_NUMBER))
        .text(kind.id())
        .bytes(vault.indexText(value, Fields.contactValue(kind)))
        .bytes(vault.sealText(value, Fields.contactValue(kind)))
        .text(cells.requiredChoice(Column.RELATION))
        .text(cells.choice(Column.SOURCE))
        .bytes(holder == null ? null : vault.indexText(holder, Fields.HOLDER))
        .bytes(holder == null ? null : vault.sealText(holder, Fields.HOLDER))
        .truth(cells.yesOrNo(Column.CONSENT_VOICE))
        .truth(cells.yesOrNo(Column.CONSENT_TEXT))
        .truth(cells.yesOrNo(Column.CONSENT_EMAIL))
        .truth(cells.yesOrNo(Column.CONSENT_APP));
  }

  private static String value(ContactKind kind, Cells cells) {
    return switch (kind) {
      case MOBILE, PHONE -> phone(cells);
      case EMAIL -> mailAddress(cells);
      case APP, ADDRESS -> cells.requiredText(Column.VALUE, 300);
    };
  }

  private static String phone(Cells cells) {
    String written = Text.tidy(cells.raw(Column.VALUE));
    String bare = written.startsWith("'") ? written.substring(1) : written;
    if (bare.isEmpty()) {
      throw new BadCell(Column.VALUE, Reason.MISSING);
    }
    return PhoneNumber.find(bare)
        .orElseThrow(() -> new BadCell(Column.VALUE, Reason.NOT_A_PHONE))
        .reveal();
  }

  private static String mailAddress(Cells cells) {
    String address = cells.requiredText(Column.VALUE, 254).toLowerCase(Locale.ROOT);
    if (!MAIL_ADDRESS.matcher(address).matches()) {
      throw new BadCell(Column.VALUE, Reason.NOT_A_MAIL_ADDRESS);
    }
    return address;
  }

  @Override
  public Counts merge(Sql sql, Header header, Rejections rejections) {
    Found.accounts(sql, rejections, "person_id");
    findPersons(sql, rejections);
    Refusal.duplicates(
        sql,
        rejections,
        "stage s join found f using (row)",
        List.of("f.person_id", "s.kind", "s.value_index"),
        Column.VALUE,
        "null::text");
    long staged = sql.get("select count(*) as n from stage", row -> row.number("n"));
    if (!Refusal.any(sql, "contact_point")) {
      BareTables bare = BareTables.of(sql, staged, List.of("contact_point"));
      long inserted = insert(sql, bare.stripped() ? "" : "order by s.row");
      bare.dress();
      return new Counts(inserted, 0, staged - inserted);
    }
    Changes changes = changes(header);
    long updated =
        sql.update(
            """
            update contact_point t set %s %s from stage s join found f using (row)
            where t.person_id = f.person_id and t.kind = s.kind and t.value_index = s.value_index
              and %s
            """
                .formatted(
                    changes.assignments(),
                    header.has(Column.HOLDER) ? ", holder = s.holder" : "",
                    changes.difference()));
    long inserted =
        insert(
            sql,
            """
            where not exists (select from contact_point c where c.person_id = f.person_id
              and c.kind = s.kind and c.value_index = s.value_index)
            order by s.row
            """);
    return new Counts(inserted, updated, staged - inserted - updated);
  }

  private static long insert(Sql sql, String which) {
    return sql.update(
        """
        insert into contact_point (person_id, kind, value_index, value, relation, source,
          holder_index, holder, consent_voice, consent_text, consent_email, consent_app)
        select f.person_id, s.kind, s.value_index, s.value, s.relation, s.source,
          s.holder_index, s.holder, s.consent_voice, s.consent_text, s.consent_email, s.consent_app
        from stage s join found f using (row)
        """
            + which);
  }

  /** Where a row names no account, its person is known by a number of their own. */
  private static void findPersons(Sql sql, Rejections rejections) {
    if (!Refusal.any(sql, "stage where number is null")) {
      return;
    }
    sql.update(
        """
        insert into found (row, person_id) select s.row, p.id from stage s
        join person p on p.key_index = s.identity_index where s.number is null
        """);
    sql.update(
        """
        insert into found (row, person_id) select s.row, p.id from stage s
        join person p on p.number_index = s.number_index
        where s.number is null and not exists (select from found f where f.row = s.row)
        """);
    Refusal.where(
        sql,
        rejections,
        "s.number is null and not exists (select from found f where f.row = s.row)",
        Column.PERSON_NUMBER,
        "null::text",
        Reason.UNKNOWN_PERSON);
  }

  private static Changes changes(Header header) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("relation", "s.relation"));
    for (Column column : OPTIONAL) {
      if (header.has(column)) {
        changes.add(new Change(column.id(), "s." + column.id()));
      }
    }
    if (header.has(Column.HOLDER)) {
      changes.add(new Change("holder_index", "s.holder_index"));
    }
    return new Changes(changes);
  }
}
