package io.heyue.store.budget;

import io.heyue.core.base.PersonId;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Contacts that others made for the same lender, as they report them. They count like our own from
 * the moment they are known. Stateless.
 */
public final class OutsideContacts {
  /**
   * A contact as it is reported.
   *
   * @param agency who made it
   * @param key by which the agency knows it
   */
  public record Report(String agency, String key, PersonId person, Trace trace) {
    /** The same for every report of this contact. */
    public UUID id() {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256")
                .digest((agency + "\n" + key).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        return new UUID(high, (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
      }
    }
  }

  /** What came of a report. */
  public enum Outcome {
    RECORDED,
    /** It was known already. */
    REPEATED,
    /** It was known, and now it is known whether the person was reached. */
    SETTLED,
    /** The key was used for another contact; nothing was changed. */
    OTHER
  }

  /** Notes a contact. */
  public Outcome report(Sql sql, Report report, String by, Instant now) {
    Trace trace = report.trace();
    // Whoever counts the person's contacts right now goes first.
    sql.update(
        "insert into contact_budget (person_id) values (?) on conflict do nothing",
        report.person().value());
    sql.each(
        "select person_id from contact_budget where person_id = ? for update",
        _ -> {},
        report.person().value());
    long added =
        sql.update(
            """
            insert into outside_contact (id, person_id, at, channel, number, effective, relation,
              agency, reported_by, reported_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """,
            report.id(),
            report.person().value(),
            trace.at(),
            trace.channel(),
            trace.number(),
            trace.effective(),
            ContactBudget.relation(trace.to()),
            report.agency(),
            by,
            now);
    if (added == 1) {
      return Outcome.RECORDED;
    }
    Optional<Outcome> other =
        sql.find(
                "select * from outside_contact where id = ?",
                row -> same(row, report) ? Optional.<Outcome>empty() : Optional.of(Outcome.OTHER),
                report.id())
            .orElseThrow();
    return other.orElseGet(() -> settle(sql, report));
  }

  private static boolean same(Row row, Report report) {
    Trace trace = report.trace();
    return row.uuid("person_id").equals(report.person().value())
        && row.instant("at").equals(trace.at())
        && row.text("channel").equals(trace.channel().id())
        && row.text("number").equals(trace.number());
  }

  private static Outcome settle(Sql sql, Report report) {
    Boolean effective = report.trace().effective();
    if (effective == null) {
      return Outcome.REPEATED;
    }
    long settled =
        sql.update(
            """
            update outside_contact set effective = ?
            where id = ? and effective is distinct from ? and effective is not true
            """,
            effective,
            report.id(),
            effective);
    return settled == 1 ? Outcome.SETTLED : Outcome.REPEATED;
  }
}
