package io.heyue.store.setbacks;

import io.heyue.core.base.CaseId;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setback.State;
import io.heyue.store.setbacks.Setbacks.Kind;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import io.heyue.store.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was put aside, for those who look after it. Thread-safe. */
public final class PutAside {
  private static final Field REASON = Field.of("setback", "dismissed_reason");

  /** What is sealed here, to be sealed anew with another key. */
  public static final SealedColumn SEALED = SealedColumn.of(REASON);

  /** The state of a row, as {@link State} names it. */
  private static final String ALL =
      """
      select * from (select s.*,
        case when dismissed_at is not null then 'dismissed' when given_up then 'given_up'
          else 'waiting' end as state
        from setback s) as known\
      """;

  private final Vault vault;

  public PutAside(Vault vault) {
    this.vault = vault;
  }

  /**
   * A page, ordered by id.
   *
   * @param after where the page before ended
   */
  public List<Setback> page(
      Sql sql, Optional<State> state, Optional<Kind> kind, Optional<UUID> after, int limit) {
    return sql.list(
        ALL
            + """
             where (?::text is null or state = ?) and (?::text is null or kind = ?)
              and (?::uuid is null or setback_id > ?)
            order by setback_id limit ?
            """,
        this::read,
        state,
        state,
        kind,
        kind,
        after,
        after,
        limit);
  }

  /** One that nobody else can change until the transaction ends. */
  public Optional<Setback> lock(Sql sql, UUID id) {
    return sql.find(
            "select setback_id from setback where setback_id = ? for update",
            row -> row.uuid("setback_id"),
            id)
        .flatMap(locked -> sql.find(ALL + " where setback_id = ?", this::read, locked));
  }

  /** It is due now, whatever was said of it; one that was given up is so again if it fails. */
  public void retry(Sql sql, UUID id, Instant now) {
    var _ =
        sql.update(
            """
            update setback set given_up = false, dismissed_by = null, dismissed_at = null,
              dismissed_reason = null, next_at = ? where setback_id = ?
            """,
            now,
            id);
  }

  /** One that was given up is not to be done. */
  public void dismiss(Sql sql, UUID id, String by, String reason, Instant now) {
    var _ =
        sql.update(
            """
            update setback set dismissed_by = ?, dismissed_at = ?, dismissed_reason = ?
            where setback_id = ? and given_up
            """,
            by,
            now,
            vault.sealText(reason, REASON),
            id);
  }

  /** The case that an item is about, if it is about one. */
  public Optional<CaseId> matter(Sql sql, Setback setback) {
    String from =
        switch (setback.kind()) {
          case PROMISE -> "select case_id from case_state where case_id = ?::uuid";
          case PAYMENT, CAMPAIGN_ITEM ->
              "select case_id from case_state where account_id = ?::uuid";
          case INTERRUPTION, SILENCE -> "select case_id from conversation where id = ?::uuid";
          case CONFIRMATION -> "select case_id from confirmation where id = ?::uuid";
          case CAMPAIGN -> "";
        };
    String item = setback.item().substring(setback.item().indexOf('/') + 1);
    return from.isEmpty()
        ? Optional.empty()
        : sql
            .list(from + " order by case_id limit 1", row -> new CaseId(row.uuid("case_id")), item)
            .stream()
            .findFirst();
  }

  private Setback read(Row row) {
    return new Setback(
        row.uuid("setback_id"),
        Kind.find(row.text("kind")).orElseThrow(() -> unknown("kind")),
        row.text("item"),
        (int) row.number("tries"),
        row.instant("first_at"),
        row.instant("next_at"),
        row.text("reason"),
        State.find(row.text("state")).orElseThrow(() -> unknown("state")),
        row.findText("dismissed_by"),
        row.findInstant("dismissed_at"),
        row.findBytes("dismissed_reason").map(sealed -> vault.open(sealed, REASON)));
  }

  private static IllegalStateException unknown(String column) {
    return new IllegalStateException("A setback has a " + column + " that nobody knows.");
  }
}
