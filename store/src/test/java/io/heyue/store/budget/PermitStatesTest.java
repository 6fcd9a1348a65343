package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.budget.PermitState;
import io.heyue.core.budget.PermitTable;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.SqlFailure;
import io.heyue.store.postgres.Transactor;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database lets a permit go the ways of the table, and no others, whoever writes to it. */
class PermitStatesTest {
  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();

  @AfterEach
  void close() {
    database.close();
  }

  private static void insert(Sql sql, UUID id, String state) {
    sql.update(
        """
        insert into contact_permit (id, person_id, channel, purpose, number, rules, state,
          granted_at, expires_at)
        values (?, ?, 'sms', 'outreach', 'n', '{}', ?, now(), now())
        """,
        id,
        id,
        state);
  }

  /** Puts one there in whatever state, past all triggers. */
  private UUID permit(PermitState state) {
    UUID id = UUID.randomUUID();
    transactor.run(sql -> {
      sql.update("set local session_replication_role = replica");
      insert(sql, id, state.id());
    });
    return id;
  }

  @Test
  void aPermitGoesTheWaysOfTheTableAndNoOthers() {
    int allowed = 0;
    for (PermitState from : PermitState.values()) {
      for (PermitState to : PermitState.values()) {
        UUID id = permit(from);
        boolean edge =
            from == to
                || PermitTable.edges().stream()
                    .anyMatch(each -> each.from() == from && each.to() == to);
        if (edge) {
          allowed++;
          assertThat(transactor.<Long>get(sql -> update(sql, id, to))).isEqualTo(1);
        } else {
          assertThatThrownBy(() -> transactor.get(sql -> update(sql, id, to)))
              .as("%s to %s", from, to)
              .isInstanceOfSatisfying(
                  SqlFailure.class,
                  failure -> assertThat(failure.constraint()).contains("contact_permit_step"));
        }
      }
    }
    assertThat(allowed).isEqualTo(PermitTable.edges().size() + PermitState.values().length);
  }

  private static long update(Sql sql, UUID id, PermitState to) {
    return sql.update("update contact_permit set state = ? where id = ?", to.id(), id);
  }

  @Test
  void everyPermitBeginsReserved() {
    for (PermitState state : PermitState.values()) {
      UUID id = UUID.randomUUID();
      if (state == PermitState.RESERVED) {
        transactor.run(sql -> insert(sql, id, state.id()));
      } else {
        assertThatThrownBy(() -> transactor.run(sql -> insert(sql, id, state.id())))
            .isInstanceOf(SqlFailure.class);
      }
    }
  }

  @Test
  void theDatabaseKnowsTheStatesAndWhomTheyReached() {
    for (PermitState state : PermitState.values()) {
      UUID id = permit(state);
      Optional<Boolean> effective =
          transactor.get(sql ->
              sql.get(
                  "select effective from contact_permit where id = ?",
                  row -> row.findTruth("effective"),
                  id));
      assertThat(effective).isEqualTo(Optional.ofNullable(state.effective()));
    }
    assertThatThrownBy(() ->
            transactor.run(sql -> {
              sql.update("set local session_replication_role = replica");
              insert(sql, UUID.randomUUID(), "lost");
            }))
        .isInstanceOf(SqlFailure.class);
  }
}
