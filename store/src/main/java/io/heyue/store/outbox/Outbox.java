package io.heyue.store.outbox;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All messages to be sent. Thread-safe; every call works in the transaction it is given. */
public final class Outbox {
  private static final Field BODY = Field.of("letter", "body");
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /** What a letter whose carrier never answered, or whose permit ended, was about. */
  public record Given(UUID id, PermitId permit, CaseId matter, Channel channel) {}

  private final Vault vault;

  public Outbox(Vault vault) {
    this.vault = vault;
  }

  /** Puts letters in, to be sent at once. */
  public void add(Sql sql, List<OutgoingLetter> letters, Instant now) {
    if (letters.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            """
            insert into letter (id, permit_id, case_id, conversation_id, channel, point_id, lang,
              body, state, created_at, next_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)
            """,
            letters.stream().map(letter -> row(letter, now)).toList());
  }

  private Object[] row(OutgoingLetter letter, Instant now) {
    return new Object[] {
      letter.id(),
      letter.permit().value(),
      letter.matter().value(),
      letter.conversation().map(ConversationId::value),
      letter.channel(),
      letter.point().value(),
      letter.lang(),
      vault.sealText(letter.words(), BODY),
      now,
      now,
      letter.expiresAt()
    };
  }

  /**
   * Takes letters that are due and marks them as being sent. Commit before a carrier hears of them.
   */
  public List<OutgoingLetter> claim(Sql sql, Instant now, int limit) {
    return sql.list(
        """
        update letter set state = 'sending', attempts = attempts + 1, claimed_at = ?
        where id in (select id from letter where state = 'queued' and next_at <= ?
          and expires_at > ? order by next_at limit ? for update skip locked)
        returning *
        """,
        this::letter,
        now,
        now,
        now,
        limit);
  }

  /** Ends letters that may no longer be sent because their permit has run out. */
  public List<Given> expire(Sql sql, Instant now, int limit) {
    return sql.list(
        """
        update letter set state = 'expired', reason = 'the permit ran out', finished_at = ?
        where id in (select id from letter where state = 'queued' and expires_at <= ?
          limit ? for update skip locked)
        returning id, permit_id, case_id, channel
        """,
        Outbox::given,
        now,
        now,
        limit);
  }

  /** The carrier took it. */
  public void sent(Sql sql, UUID id, String reference, Instant now) {
    finish(sql, id, "sent", reference, "", now);
  }

  /** It may have been taken; it is never handed over again. */
  public void unsure(Sql sql, UUID id, String reason, Instant now) {
    finish(sql, id, "unknown", null, reason, now);
  }

  /** It was not taken and never will be. */
  public void failed(Sql sql, UUID id, String reason, Instant now) {
    finish(sql, id, "failed", null, reason, now);
  }

  private static void finish(
      Sql sql,
      UUID id,
      String state,
      @org.jspecify.annotations.Nullable String reference,
      String reason,
      Instant now) {
    var _ =
        sql.update(
            """
            update letter set state = ?, reference = ?, reason = ?, finished_at = ?
            where id = ? and state in ('sending', 'unknown')
            """,
            state,
            reference,
            reason,
            now,
            id);
  }

  /**
   * It was certainly not taken, and may be tried again, each time after twice the pause.
   *
   * @return whether it will be: not if its permit has run out by then
   */
  public boolean again(Sql sql, OutgoingLetter letter, String reason, Instant now) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(letter.attempts() - 1, 10));
    Instant next = now.plus(pause);
    if (!next.isBefore(letter.expiresAt())) {
      failed(sql, letter.id(), reason, now);
      return false;
    }
    var _ =
        sql.update(
            """
            update letter set state = 'queued', next_at = ?, reason = ?
            where id = ? and state = 'sending'
            """,
            next,
            reason,
            letter.id());
    return true;
  }

  /** Gives up letters that have been 'being sent' since before {@code before}. */
  public List<Given> giveUp(Sql sql, Instant before, Instant now) {
    return sql.list(
        """
        update letter set state = 'unknown', reason = 'the sender died', finished_at = ?
        where id in (select id from letter where state = 'sending' and claimed_at < ?
          for update skip locked)
        returning id, permit_id, case_id, channel
        """,
        Outbox::given,
        now,
        before);
  }

  /** Notes the carrier's receipt; gives the letter, if the reference is of one. */
  public Optional<Given> receipt(
      Sql sql, Channel channel, String reference, boolean delivered, Instant now) {
    return sql
        .list(
            """
            update letter set state = ?, finished_at = ?
            where channel = ? and reference = ? and state in ('sent', 'sending', 'unknown')
            returning id, permit_id, case_id, channel
            """,
            Outbox::given,
            delivered ? "delivered" : "failed",
            now,
            channel,
            reference)
        .stream()
        .findFirst();
  }

  private static Given given(Row row) {
    return new Given(
        row.uuid("id"),
        new PermitId(row.uuid("permit_id")),
        new CaseId(row.uuid("case_id")),
        channel(row));
  }

  private OutgoingLetter letter(Row row) {
    return new OutgoingLetter(
        row.uuid("id"),
        new PermitId(row.uuid("permit_id")),
        new CaseId(row.uuid("case_id")),
        row.findUuid("conversation_id").map(ConversationId::new),
        channel(row),
        new ContactPointId(row.uuid("point_id")),
        Lang.find(row.text("lang")).orElse(Lang.ZH),
        vault.open(row.bytes("body"), BODY),
        (int) row.number("attempts"),
        row.instant("expires_at"));
  }

  private static Channel channel(Row row) {
    String channel = row.text("channel");
    return Channel.find(channel)
        .orElseThrow(() -> new IllegalStateException("There is no channel " + channel + "."));
  }
}
