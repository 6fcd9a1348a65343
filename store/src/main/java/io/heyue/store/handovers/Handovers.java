package io.heyue.store.handovers;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonId;
import io.heyue.core.dialogue.Team;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.store.handovers.HandoverRow.Outcome;
import io.heyue.store.handovers.HandoverRow.Status;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import io.heyue.store.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All hand-overs. Thread-safe; every call works in the transaction that it is given. */
public final class Handovers {
  private static final Field CHINESE = Field.of("handover", "summary_zh");
  private static final Field ENGLISH = Field.of("handover", "summary_en");
  private static final Field NOTE = Field.of("handover", "note");

  /** What is sealed here, to be sealed anew with another key. */
  public static final List<SealedColumn> SEALED =
      List.of(SealedColumn.of(CHINESE), SealedColumn.of(ENGLISH), SealedColumn.of(NOTE));

  private final Vault vault;

  public Handovers(Vault vault) {
    this.vault = vault;
  }

  /** Adds one; a conversation that waits for a person already is not handed over twice. */
  public void add(Sql sql, HandoverRow row) {
    var _ =
        sql.update(
            """
            insert into handover (id, conversation_id, case_id, person_id, reason, team,
              summary_zh, summary_en, status, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)
            on conflict (conversation_id) where status <> 'done' do nothing
            """,
            row.id(),
            row.conversation().value(),
            row.matter().value(),
            row.person().value(),
            row.reason(),
            row.team(),
            vault.sealText(row.summary().getOrDefault(Lang.ZH, ""), CHINESE),
            vault.sealText(row.summary().getOrDefault(Lang.EN, ""), ENGLISH),
            row.createdAt());
  }

  /**
   * A page, the oldest first.
   *
   * @param status absent for all
   * @param team absent for all
   * @param after where the page before ended
   */
  public List<HandoverRow> page(
      Sql sql, Optional<Status> status, Optional<Team> team, Optional<UUID> after, int limit) {
    return sql.list(
        """
        select * from handover where (?::text is null or status = ?)
          and (?::text is null or team = ?)
          and (?::uuid is null or (created_at, id) >
            (select created_at, id from handover where id = ?))
        order by created_at, id limit ?
        """,
        this::read,
        status,
        status,
        team,
        team,
        after,
        after,
        limit);
  }

  public Optional<HandoverRow> find(Sql sql, UUID id) {
    return sql.find("select * from handover where id = ?", this::read, id);
  }

  /** One that nobody else can change until the transaction ends. */
  public Optional<HandoverRow> lock(Sql sql, UUID id) {
    return sql.find("select * from handover where id = ? for update", this::read, id);
  }

  /** The one of a conversation that is not done, if there is one. */
  public Optional<HandoverRow> active(Sql sql, ConversationId conversation) {
    return sql.find(
        "select * from handover where conversation_id = ? and status <> 'done'",
        this::read,
        conversation.value());
  }

  /**
   * The latest of a person's that is not done and is held by {@code by}: there the conversation
   * was, or there a colleague wrote.
   */
  public Optional<HandoverRow> active(Sql sql, PersonId person, Channel by) {
    return sql.find(
        """
        select h.* from handover h join conversation c on c.id = h.conversation_id
        where h.person_id = ? and h.status <> 'done' and (c.channel = ? or exists (
          select from message m
          where m.conversation_id = c.id and m.side = 'us' and m.channel = ?))
        order by h.created_at desc, h.id limit 1
        """,
        this::read,
        person.value(),
        by,
        by);
  }

  public void claimed(Sql sql, UUID id, String by, Instant now) {
    var _ =
        sql.update(
            "update handover set status = 'claimed', claimed_by = ?, claimed_at = ? where id = ?",
            by,
            now,
            id);
  }

  public void done(Sql sql, UUID id, Outcome outcome, String note, Instant now) {
    var _ =
        sql.update(
            """
            update handover set status = 'done', outcome = ?, note = ?, closed_at = ? where id = ?
            """,
            outcome,
            vault.sealText(note, NOTE),
            now,
            id);
  }

  private HandoverRow read(Row row) {
    return new HandoverRow(
        row.uuid("id"),
        new ConversationId(row.uuid("conversation_id")),
        new CaseId(row.uuid("case_id")),
        new PersonId(row.uuid("person_id")),
        known(HandoverReason.find(row.text("reason")), "reason"),
        known(Team.find(row.text("team")), "team"),
        Map.of(
            Lang.ZH,
            vault.open(row.bytes("summary_zh"), CHINESE),
            Lang.EN,
            vault.open(row.bytes("summary_en"), ENGLISH)),
        known(Status.find(row.text("status")), "status"),
        row.instant("created_at"),
        row.findText("claimed_by"),
        row.findInstant("claimed_at"),
        row.findInstant("closed_at"),
        row.findText("outcome").flatMap(Outcome::find),
        row.findBytes("note").map(sealed -> vault.open(sealed, NOTE)));
  }

  private static <T> T known(Optional<T> found, String column) {
    return found.orElseThrow(
        () -> new IllegalStateException("A hand-over has a " + column + " that nobody knows."));
  }
}
