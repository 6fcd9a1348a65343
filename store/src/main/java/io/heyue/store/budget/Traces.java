package io.heyue.store.budget;

import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
    return History.of(
        sql.list(
            """
            select id, person_id, granted_at as at, channel, number, state, effective, expires_at,
              relation
            from contact_permit
            where (person_id = any(?) or number = any(?)) and granted_at > ? and purpose <> 'reply'
            union all
            select null, person_id, at, channel, number, null, effective, null, relation
            from outside_contact
            where (person_id = any(?) or number = any(?)) and at > ?
            """,
            Past::of,
            persons,
            numbers,
            since,
            persons,
            numbers,
            since));
  }

  /**
   * The same, and nobody else's to add to until the transaction ends; also who was answered before.
   * Permits of these persons whose time is over are expired on the way, but for those that somebody
   * has in hand just now: they count on.
   */
  static History locked(Sql sql, List<ContactRequest> requests, Instant earliest) {
    List<Past> pasts =
        sql.list(
            "select * from contact_history(?, ?, ?, ?)",
            Past::of,
            persons(requests),
            numbers(requests),
            earliest.minus(REMEMBERED),
            requests.stream().map(request -> request.permit().value()).distinct().toList());
    List<UUID> over =
        pasts.stream()
            .filter(past -> past.isOver(earliest))
            .map(past -> past.id().orElseThrow())
            .toList();
    if (over.isEmpty()) {
      return History.of(pasts);
    }
    Set<UUID> expired = Steps.expire(sql, over, earliest);
    return History.of(
        pasts.stream()
            .map(past -> past.id().filter(expired::contains).isPresent() ? past.expired() : past)
            .toList());
  }

  private static List<UUID> persons(List<ContactRequest> requests) {
    return requests.stream().map(request -> request.person().value()).distinct().toList();
  }

  private static List<String> numbers(List<ContactRequest> requests) {
    return requests.stream().map(request -> request.facts().point().id()).distinct().toList();
  }
}
