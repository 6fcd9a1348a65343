package io.heyue.store.budget;

import io.heyue.core.base.Channel;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What persons were contacted by. */
final class Traces {
  /** Longer than any span over which a rule counts. */
  private static final Duration REMEMBERED = Duration.ofDays(31);

  private Traces() {}

  /** The contacts of {@code persons} from 31 days before {@code earliest} on. */
  static Map<UUID, List<Trace>> of(Sql sql, List<UUID> persons, Instant earliest) {
    Instant since = earliest.minus(REMEMBERED);
    return read(
        sql,
        """
        select person_id, granted_at as at, channel, number, effective from contact_permit
        where person_id = any(?) and granted_at > ? and purpose <> 'reply'
        union all
        select person_id, at, channel, number, effective from outside_contact
        where person_id = any(?) and at > ?
        """,
        persons,
        since,
        persons,
        since);
  }

  /** The same, and nobody else's to add to until the transaction ends. */
  static Map<UUID, List<Trace>> locked(Sql sql, List<UUID> persons, Instant earliest) {
    return read(sql, "select * from contact_history(?, ?)", persons, earliest.minus(REMEMBERED));
  }

  private static Map<UUID, List<Trace>> read(Sql sql, String statement, Object... values) {
    Map<UUID, List<Trace>> traces = new HashMap<>();
    sql.each(
        statement,
        row ->
            traces.computeIfAbsent(row.uuid("person_id"), _ -> new ArrayList<>()).add(trace(row)),
        values);
    return traces;
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
