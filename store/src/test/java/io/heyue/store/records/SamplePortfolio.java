package io.heyue.store.records;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.PhoneNumber;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Invented borrowers, one account and one mobile number each, in a database. */
public final class SamplePortfolio {
  /** A Monday, 10:00 in Shanghai. */
  public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  /** One of them. */
  public record Sample(PersonId person, AccountId account, ContactPointId point) {}

  private final Vault vault;

  public SamplePortfolio(Path folder, Database database) {
    this.vault = Vault.open(folder, database, InstantSource.fixed(NOW));
  }

  public Vault vault() {
    return vault;
  }

  /** Adds {@code count} borrowers, each {@code daysPastDue} days past due. */
  public List<Sample> add(Sql sql, int count) {
    List<Sample> samples = new ArrayList<>();
    List<Object[]> people = new ArrayList<>();
    List<Object[]> accounts = new ArrayList<>();
    List<Object[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID person = UUID.randomUUID();
      UUID account = UUID.randomUUID();
      UUID point = UUID.randomUUID();
      samples.add(
          new Sample(new PersonId(person), new AccountId(account), new ContactPointId(point)));
      byte[] key = vault.indexText(person.toString(), Field.of("person", "key"));
      people.add(
          new Object[] {
            person, key, key, vault.seal(new PersonName("样例" + i), Field.of("person", "name")),
          });
      accounts.add(new Object[] {account, "SAMPLE" + account, person});
      PhoneNumber phone = new PhoneNumber("+86100" + String.format("%08d", i));
      Field field = new Field("contact_point", "value", "mobile");
      points.add(new Object[] {point, person, vault.index(phone, field), vault.seal(phone, field)});
    }
    var _ =
        sql.batch(
            """
            insert into person (id, key_index, name_index, name, language, place, time_zone)
            values (?, ?, ?, ?, 'zh', 'CN', 'Asia/Shanghai')
            """,
            people);
    var _ =
        sql.batch(
            """
            insert into account (id, number, lender, lender_place, person_id, product, currency,
              contract_date, principal, balance, overdue, due_date, contract_rate, overdue_rate,
              licence, assigned)
            values (?, ?, '样例消费金融', 'CN', ?, '消费贷', 'CNY', '2025-06-01', 1000000, 800000, 328050,
              '2026-11-05', 0.18, 0.24, 'consumer_finance', false)
            """,
            accounts);
    var _ =
        sql.batch(
            """
            insert into contact_point (id, person_id, kind, value_index, value, relation, source)
            values (?, ?, 'mobile', ?, ?, 'self', 'contract')
            """,
            points);
    return samples;
  }
}
