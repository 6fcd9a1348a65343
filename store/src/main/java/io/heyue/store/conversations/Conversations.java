package io.heyue.store.conversations;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Disposition;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import io.heyue.store.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All conversations. Thread-safe; every call works in the transaction that it is given. */
public final class Conversations {
  private static final Field BODY = Field.of("message", "body");

  /** What people read, for sealing anew after a rotation of keys. */
  public static final SealedColumn SEALED = SealedColumn.of(BODY);

  private static final String SELECT =
      "select c.*, c.state::text as state_text from conversation c ";

  private final Vault vault;

  public Conversations(Vault vault) {
    this.vault = vault;
  }

  public void add(Sql sql, List<Talk> talks) {
    if (talks.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            """
            insert into conversation (id, case_id, person_id, channel, point_id, campaign_id,
              permit_id, lang, flow, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            talks.stream().map(Conversations::row).toList());
  }

  private static Object[] row(Talk talk) {
    return new Object[] {
      talk.id().value(),
      talk.matter().value(),
      talk.person().value(),
      talk.channel(),
      talk.point().map(ContactPointId::value),
      talk.campaign().map(CampaignId::value),
      talk.permit().map(PermitId::value),
      talk.lang(),
      talk.flow(),
      talk.createdAt()
    };
  }

  /**
   * Writes where a conversation stands after a turn.
   *
   * @return whether it was still at the version before
   */
  public boolean update(Sql sql, Talk after) {
    return sql.update(
            """
            update conversation set state = ?::jsonb, version = ?, lang = ?, verified = ?,
              disposition = ?, begun_at = ?, ended_at = ?, next_listen_at = ?
            where id = ? and version = ?
            """,
            after.state(),
            after.version(),
            after.lang(),
            after.verified(),
            after.disposition(),
            after.begunAt(),
            after.endedAt(),
            after.nextListenAt(),
            after.id().value(),
            after.version() - 1)
        == 1;
  }

  public Optional<Talk> find(Sql sql, ConversationId id) {
    return sql.find(SELECT + "where c.id = ?", Conversations::talk, id.value());
  }

  /**
   * A conversation.
   *
   * @throws NoSuchElementException if there is none
   */
  public Talk get(Sql sql, ConversationId id) {
    return find(sql, id)
        .orElseThrow(() -> new NoSuchElementException("There is no conversation " + id + "."));
  }

  /** The conversations of a case, the newest first. */
  public List<Talk> of(Sql sql, CaseId matter) {
    return sql.list(
        SELECT + "where c.case_id = ? order by c.created_at desc, c.id",
        Conversations::talk,
        matter.value());
  }

  /** The conversations of a case that have begun and not ended. */
  public List<Talk> open(Sql sql, CaseId matter) {
    return sql.list(
        SELECT + "where c.case_id = ? and c.begun_at is not null and c.ended_at is null",
        Conversations::talk,
        matter.value());
  }

  /** A person's latest conversation by a channel, ended or not. */
  public Optional<Talk> latest(Sql sql, PersonId person, Channel channel) {
    return sql.find(
        SELECT
            + "where c.person_id = ? and c.channel = ? and c.begun_at is not null"
            + " order by c.created_at desc, c.id limit 1",
        Conversations::talk,
        person.value(),
        channel);
  }

  /** The conversation to which a person was invited last, come or not. */
  public Optional<Talk> invited(Sql sql, PersonId person) {
    return sql.find(
        SELECT + "where c.person_id = ? order by c.created_at desc, c.id limit 1",
        Conversations::talk,
        person.value());
  }

  /**
   * A page of conversations that have begun, the newest first.
   *
   * @param before where the page before ended
   */
  public List<Talk> page(Sql sql, Optional<Talk> before, int limit) {
    if (before.isEmpty()) {
      return sql.list(
          SELECT + "where c.begun_at is not null order by c.begun_at desc, c.id desc limit ?",
          Conversations::talk,
          limit);
    }
    return sql.list(
        SELECT
            + "where c.begun_at is not null and (c.begun_at, c.id) < (?, ?)"
            + " order by c.begun_at desc, c.id desc limit ?",
        Conversations::talk,
        before.get().begunAt(),
        before.get().id().value(),
        limit);
  }

  /**
   * Conversations that ended, with the right party, without anybody of the lender's having part in
   * them, and of which {@code endings} say how.
   *
   * @param trait what the lender's books must say of the person
   * @param after those that stand behind this one in the order of their ids
   */
  public List<Talk> finished(
      Sql sql, String trait, Set<Disposition> endings, Optional<ConversationId> after, int limit) {
    return sql.list(
        SELECT
            + """
            join person p on p.id = c.person_id
            where c.ended_at is not null and c.verified and ? = any(p.flags)
              and c.disposition = any(string_to_array(?, ','))
              and not exists (select 1 from handover h where h.conversation_id = c.id)
              and c.id > ?
            order by c.id limit ?
            """,
        Conversations::talk,
        trait,
        endings.stream().map(Disposition::id).collect(Collectors.joining(",")),
        after.map(ConversationId::value).orElse(new UUID(0, 0)),
        limit);
  }

  /** How many conversations ended. */
  public long countEnded(Sql sql) {
    return sql.get(
        "select count(*) as n from conversation where ended_at is not null",
        row -> row.number("n"));
  }

  /** Conversations in which silence is due. */
  public List<ConversationId> silent(Sql sql, Instant now, int limit) {
    return sql.list(
        "select id from conversation where next_listen_at <= ? and ended_at is null and "
            + Setbacks.free(Kind.SILENCE, "id::text")
            + " order by next_listen_at limit ?",
        row -> new ConversationId(row.uuid("id")),
        now,
        now,
        limit);
  }

  /** Says something; gives the messages with their numbers. */
  public List<Message> say(Sql sql, List<Message> unnumbered) {
    if (unnumbered.isEmpty()) {
      return List.of();
    }
    ConversationId id = unnumbered.getFirst().conversation();
    long seq =
        sql.get(
            "select coalesce(max(seq), 0) as n from message where conversation_id = ?",
            row -> row.number("n"),
            id.value());
    List<Message> said = new ArrayList<>(unnumbered.size());
    List<Object[]> rows = new ArrayList<>(unnumbered.size());
    for (Message message : unnumbered) {
      seq++;
      said.add(
          new Message(
              id,
              seq,
              message.ours(),
              message.text(),
              message.at(),
              message.permit(),
              message.by()));
      rows.add(
          new Object[] {
            id.value(),
            seq,
            message.ours() ? "us" : "person",
            vault.sealText(message.text(), BODY),
            message.at(),
            message.permit().map(PermitId::value),
            message.by()
          });
    }
    var _ =
        sql.batch(
            """
            insert into message (conversation_id, seq, side, body, at, permit_id, channel)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            rows);
    return said;
  }

  /** Notes that only so many characters of a message were heard. */
  public void heard(Sql sql, ConversationId id, long seq, int characters) {
    var _ =
        sql.update(
            "update message set heard = ? where conversation_id = ? and seq = ? and side = 'us'",
            characters,
            id.value(),
            seq);
  }

  /** How many characters were heard of messages that were spoken and cut short, by number. */
  public Map<Long, Integer> heard(Sql sql, ConversationId id) {
    Map<Long, Integer> heard = new HashMap<>();
    sql.each(
        "select seq, heard from message where conversation_id = ? and heard is not null",
        row -> heard.put(row.number("seq"), (int) row.number("heard")),
        id.value());
    return heard;
  }

  /** What was said after {@code afterSeq}, in order. */
  public List<Message> messages(Sql sql, ConversationId id, long afterSeq) {
    return sql.list(
        """
        select seq, side, body, at, permit_id, channel from message
        where conversation_id = ? and seq > ? order by seq
        """,
        row ->
            new Message(
                id,
                row.number("seq"),
                row.text("side").equals("us"),
                vault.open(row.bytes("body"), BODY),
                row.instant("at"),
                row.findUuid("permit_id").map(PermitId::new),
                row.findText("channel").map(Conversations::channel)),
        id.value(),
        afterSeq);
  }

  /**
   * Takes note of a message that a carrier brought.
   *
   * @param within one of the same reference that came at most so long ago is this one
   * @return whether it is new
   */
  public boolean isNew(Sql sql, String reference, Duration within, Instant now) {
    return sql.update(
            """
            insert into incoming (reference, received_at) values (?, ?)
            on conflict (reference) do update set received_at = excluded.received_at
            where incoming.received_at < ?
            """,
            reference,
            now,
            now.minus(within))
        == 1;
  }

  private static Talk talk(Row row) {
    return new Talk(
        new ConversationId(row.uuid("id")),
        new CaseId(row.uuid("case_id")),
        new PersonId(row.uuid("person_id")),
        channel(row.text("channel")),
        row.findUuid("point_id").map(ContactPointId::new),
        row.findUuid("campaign_id").map(CampaignId::new),
        row.findUuid("permit_id").map(PermitId::new),
        Lang.find(row.text("lang")).orElse(Lang.ZH),
        row.text("flow"),
        row.findText("state_text"),
        row.number("version"),
        row.truth("verified"),
        row.findText("disposition").flatMap(Disposition::find),
        row.instant("created_at"),
        row.findInstant("begun_at"),
        row.findInstant("ended_at"),
        row.findInstant("next_listen_at"));
  }

  private static Channel channel(String id) {
    return Channel.find(id)
        .orElseThrow(() -> new IllegalStateException("There is no channel " + id + "."));
  }
}
