package io.heyue.store.budget;

import io.heyue.core.base.Channel;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What persons were contacted by. */
final class Traces {
  /** Longer than any span over which a rule counts. */
  private static final Duration REMEMBERED = Duration.ofDays(31);

  private Traces() {}

  /**
   * The contacts of the persons of {@code requests}, and those of others at their numbers, from 31
   * days before {@code earliest} on.
   */
  static History of(Sql sql, List<ContactRequest> requests, Instant earliest) {
    Instant since = earliest.minus(REMEMBERED);
    List<UUID> persons = persons(requests);
    List<String> numbers = numbers(requests);
    return read(
        sql,
        """
        select person_id, granted_at as at, channel, number, effective from contact_permit
        where (person_id = any(?) or number = any(?)) and granted_at > ? and purpose <> 'reply'
        union all
        select person_id, at, channel, number, effective from outside_contact
        where (person_id = any(?) or number = any(?)) and at > ?
        """,
        persons,
        numbers,
        since,
        persons,
        numbers,
        since);
  }

  /** The same, and nobody else's to add to until the transaction ends. */
  static History locked(Sql sql, List<ContactRequest> requests, Instant earliest) {
    return read(
        sql,
        "select * from contact_history(?, ?, ?)",
        persons(requests),
        numbers(requests),
        earliest.minus(REMEMBERED));
  }

  private static List<UUID> persons(List<ContactRequest> requests) {
    return requests.stream().map(request -> request.person().value()).distinct().toList();
  }

  private static List<String> numbers(List<ContactRequest> requests) {
    return requests.stream().map(request -> request.facts().point().id()).distinct().toList();
  }

  private static History read(Sql sql, String statement, Object... values) {
    History history = new History();
    sql.each(statement, row -> history.add(row.uuid("person_id"), trace(row)), values);
    return history;
  }

  private static Trace trace(Row row) {
    String channel = row.text("channel");
    return new Trace(
        row.instant("at"),
        Channel.find(channel)
            .orElseThrow(() -> new IllegalStateException("There is no channel " + channel + ".")),
        row.text("number"),
        row.findTruth("effective").orElse(null));
  }
}
