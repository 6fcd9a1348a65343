package io.heyue.store.budget;

import io.heyue.core.base.PermitId;
import io.heyue.core.budget.PermitEvent;
import io.heyue.core.budget.PermitState;
import io.heyue.core.budget.PermitTable;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The edges of {@link PermitTable} as statements. */
final class Steps {
  private static final Map<PermitEvent, String> STATEMENTS = statements();

  private Steps() {}

  private static Map<PermitEvent, String> statements() {
    Map<PermitEvent, String> statements = new EnumMap<>(PermitEvent.class);
    for (PermitEvent event : PermitEvent.values()) {
      statements.put(
          event,
          "update contact_permit set state = '%s', %s = ? where id = ? and state in (%s)"
              .formatted(
                  PermitTable.to(event).id(),
                  event == PermitEvent.USE ? "used_at" : "settled_at",
                  PermitTable.from(event).stream()
                      .map(PermitState::id)
                      .sorted()
                      .map(state -> "'" + state + "'")
                      .collect(Collectors.joining(", "))));
    }
    return statements;
  }

  private static String statement(PermitEvent event) {
    return Objects.requireNonNull(STATEMENTS.get(event));
  }

  /** Does what may be done to a permit at any time; gives whether it was. */
  static boolean settle(Sql sql, PermitEvent event, PermitId permit, Instant now) {
    return sql.update(statement(event), now, permit.value()) == 1;
  }

  /** The same of many. */
  static void settle(Sql sql, PermitEvent event, Collection<PermitId> permits, Instant now) {
    var _ =
        sql.batch(
            statement(event), inOrder(permits).map(id -> new Object[] {now, id.value()}).toList());
  }

  /** Uses permits; gives which could be used. */
  static Set<PermitId> use(Sql sql, Collection<PermitId> permits, Instant now) {
    List<PermitId> ordered = inOrder(permits).toList();
    long[] touched =
        sql.touched(
            statement(PermitEvent.USE) + " and expires_at > ?",
            ordered.stream().map(id -> new Object[] {now, id.value(), now}).toList());
    Set<PermitId> used = new HashSet<>();
    for (int i = 0; i < touched.length; i++) {
      if (touched[i] == 1) {
        used.add(ordered.get(i));
      }
    }
    return used;
  }

  /** In the same order everywhere, so that two transactions can't wait for each other. */
  private static Stream<PermitId> inOrder(Collection<PermitId> permits) {
    return permits.stream().distinct().sorted(Comparator.comparing(PermitId::value));
  }

  /**
   * Ends those whose time is over; gives which. One that somebody else is just about to change is
   * left alone: nobody waits for it here, who may be waited for themselves.
   */
  static Set<UUID> expire(Sql sql, List<UUID> permits, Instant now) {
    Set<UUID> expired = new HashSet<>();
    sql.each(
        """
        update contact_permit set state = '%s', settled_at = ?
        where id in (select id from contact_permit where id = any(?) and state = '%s'
          and expires_at <= ? for update skip locked)
        returning id
        """
            .formatted(
                PermitTable.to(PermitEvent.EXPIRE).id(),
                PermitTable.from(PermitEvent.EXPIRE).iterator().next().id()),
        row -> expired.add(row.uuid("id")),
        now,
        permits,
        now);
    return expired;
  }
}
