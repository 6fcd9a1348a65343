package io.heyue.store.outbox;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.SealedColumn;
import io.heyue.store.vault.Vault;
import io.heyue.store.vault.VaultFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All messages to be sent. Thread-safe; every call works in the transaction it is given. */
public final class Outbox {
  /** What people read, for sealing anew after a rotation of keys. */
  public static final SealedColumn SEALED = Seal.COLUMN;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  private static final String FINISH =
      """
      update letter set state = ?, reference = ?, reason = ?, finished_at = ?
      where id = ? and state in ('sending', 'unknown')
      """;

  /** A letter and the reference under which its carrier speaks of it. */
  public record Referred(DueLetter letter, String reference) {}

  /**
   * Letters that were taken up.
   *
   * @param due to be handed over
   * @param changed whose row is not what we wrote; they are not sent
   */
  public record Taken(List<DueLetter> due, List<Given> changed) {
    public Taken {
      due = List.copyOf(due);
      changed = List.copyOf(changed);
    }

    public boolean isEmpty() {
      return due.isEmpty() && changed.isEmpty();
    }
  }

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
      letter.permit().id().value(),
      letter.matter().value(),
      letter.conversation().map(ConversationId::value),
      letter.permit().channel(),
      letter.point().value(),
      letter.reply().lang(),
      vault.sealText(letter.reply().words(), Seal.of(letter).field()),
      now,
      now,
      letter.permit().expiresAt()
    };
  }

  /**
   * Takes letters that are due and marks them as being sent. Commit before a carrier hears of them.
   *
   * @param due those that were to be sent by then
   * @param now when they are taken
   */
  public Taken claim(Sql sql, Instant due, Instant now, int limit) {
    return claim(sql, due, now, limit, Map.of());
  }

  /**
   * The same where some channels have room for few.
   *
   * @param room how many letters at most by a channel; by those that aren't named, any number
   */
  public Taken claim(Sql sql, Instant due, Instant now, int limit, Map<Channel, Integer> room) {
    List<DueLetter> letters = new ArrayList<>();
    List<Given> changed = new ArrayList<>();
    int left = limit;
    // First, since there are few of them, and the others would leave them nothing.
    for (Map.Entry<Channel, Integer> narrow : room.entrySet()) {
      int most = Math.min(left, narrow.getValue());
      if (most > 0) {
        claim(sql, "channel = any(?)", List.of(narrow.getKey()), due, now, most, letters, changed);
        left = limit - letters.size() - changed.size();
      }
    }
    if (left > 0) {
      claim(sql, "channel <> all(?)", room.keySet(), due, now, left, letters, changed);
    }
    return new Taken(letters, changed);
  }

  private void claim(
      Sql sql,
      String by,
      Collection<Channel> channels,
      Instant due,
      Instant now,
      int limit,
      List<DueLetter> letters,
      List<Given> changed) {
    // Materialized: else PostgreSQL may look again for each row, and take more than the limit.
    sql.each(
        """
        with due as materialized (
          select id from letter where state = 'queued' and next_at <= ?
          and expires_at > ? and %s order by next_at limit ? for update skip locked)
        update letter set state = 'sending', attempts = attempts + 1, claimed_at = ?
        where id in (select id from due)
        returning *
        """
            .formatted(by),
        row -> {
          try {
            letters.add(letter(row));
          } catch (VaultFailure e) {
            changed.add(Given.of(row));
          }
        },
        due,
        now,
        channels.stream().map(Channel::id).toList(),
        limit,
        now);
  }

  /** How many letters wait for their way out by a channel. */
  public int waiting(Sql sql, Channel channel) {
    return sql.get(
        "select count(*) as n from letter where channel = ? and state = 'queued'",
        row -> (int) row.number("n"),
        channel);
  }

  /** Where letters go to. */
  public Map<UUID, ContactPointId> points(Sql sql, Collection<UUID> letters) {
    Map<UUID, ContactPointId> points = new HashMap<>();
    sql.each(
        "select id, point_id from letter where id = any(?)",
        row -> points.put(row.uuid("id"), new ContactPointId(row.uuid("point_id"))),
        List.copyOf(letters));
    return points;
  }

  /** A call that failed. */
  public record FailedCall(ContactPointId point, String reason, Instant at) {}

  /** The calls to some numbers that failed since {@code since}. */
  public List<FailedCall> failedCalls(Sql sql, Collection<ContactPointId> points, Instant since) {
    return sql.list(
        """
        select point_id, coalesce(reason, '') as reason, finished_at from letter
        where channel = 'call' and state = 'failed' and point_id = any(?) and finished_at >= ?
        """,
        row ->
            new FailedCall(
                new ContactPointId(row.uuid("point_id")),
                row.text("reason"),
                row.instant("finished_at")),
        points.stream().map(ContactPointId::value).distinct().toList(),
        since);
  }

  /** Ends letters that may no longer be sent because their permit has run out. */
  public List<Given> expire(Sql sql, Instant now, int limit) {
    return sql.list(
        """
        update letter set state = 'expired', reason = 'the permit ran out', finished_at = ?
        where id in (select id from letter where state = 'queued' and expires_at <= ?
          limit ? for update skip locked)
        returning %s
        """
            .formatted(Given.COLUMNS),
        Given::of,
        now,
        now,
        limit);
  }

  /** A carrier took these. */
  public void sent(Sql sql, List<Referred> taken, Instant now) {
    var _ =
        sql.batch(
            FINISH,
            taken.stream()
                .map(each -> new Object[] {"sent", each.reference(), "", now, each.letter().id()})
                .toList());
  }

  /** It may have been taken; it is never handed over again. */
  public void unsure(Sql sql, UUID id, String reason, Instant now) {
    finish(sql, id, "unknown", null, reason, now);
  }

  /** It was not taken and never will be. */
  public void failed(Sql sql, UUID id, String reason, Instant now) {
    finish(sql, id, "failed", null, reason, now);
  }

  /** Something came up after it was written, so that it is not sent. */
  public void recalled(Sql sql, UUID id, String reason, Instant now) {
    finish(sql, id, "recalled", null, reason, now);
  }

  private static void finish(
      Sql sql, UUID id, String state, @Nullable String reference, String reason, Instant now) {
    var _ = sql.update(FINISH, state, reference, reason, now, id);
  }

  /**
   * It was certainly not taken, and may be tried again, each time after twice the pause.
   *
   * @return whether it will be: not if its permit has run out by then
   */
  public boolean again(Sql sql, DueLetter letter, String reason, Instant now) {
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

  /** Puts letters back that were taken up but not handed over, as if nobody had taken them. */
  public void putBack(Sql sql, List<DueLetter> letters) {
    var _ =
        sql.batch(
            """
            update letter set state = 'queued'
            where id = ? and state = 'sending' and claimed_at = ?
            """,
            letters.stream()
                .map(letter -> new Object[] {letter.id(), letter.claimedAt()})
                .toList());
  }

  /** Gives up letters that have been 'being sent' since before {@code before}. */
  public List<Given> giveUp(Sql sql, Instant before, Instant now) {
    return sql.list(
        """
        update letter set state = 'unknown', reason = 'the sender died', finished_at = ?
        where id in (select id from letter where state = 'sending' and claimed_at < ?
          for update skip locked)
        returning %s
        """
            .formatted(Given.COLUMNS),
        Given::of,
        now,
        before);
  }

  private DueLetter letter(Row row) {
    Given given = Given.of(row);
    ContactPointId point = new ContactPointId(row.uuid("point_id"));
    Lang lang = Lang.find(row.text("lang")).orElse(Lang.ZH);
    Instant expiresAt = row.instant("expires_at");
    Seal seal = new Seal(given.id(), given.permit(), given.channel(), point, lang, expiresAt);
    return new Unsealed(
        given.id(),
        given.permit(),
        given.matter(),
        given.conversation(),
        given.channel(),
        point,
        lang,
        vault.open(row.bytes("body"), seal.field()),
        (int) row.number("attempts"),
        row.instant("claimed_at"),
        expiresAt);
  }
}
