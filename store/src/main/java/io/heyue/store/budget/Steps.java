package io.heyue.store.budget;

import io.heyue.core.base.PermitId;
import io.heyue.core.budget.PermitEvent;
import io.heyue.core.budget.PermitState;
import io.heyue.core.budget.PermitTable;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

  static boolean use(Sql sql, PermitId permit, Instant now) {
    return sql.update(statement(PermitEvent.USE) + " and expires_at > ?", now, permit.value(), now)
        == 1;
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
