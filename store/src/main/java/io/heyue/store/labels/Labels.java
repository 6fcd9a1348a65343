package io.heyue.store.labels;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.MaskedText;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.store.labels.Label.Reason;
import io.heyue.store.labels.Label.State;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import io.heyue.store.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queue of utterances whose meaning a person is asked to say. Thread-safe. */
public final class Labels {
  private static final Field BODY = Field.of("label", "body");
  private static final Field IMAGE = Field.of("label", "words_digest");

  /** What is sealed here, to be sealed anew with another key. */
  public static final SealedColumn SEALED = SealedColumn.of(BODY);

  private static final String LABELLED =
      """
      state = 'labelled' and (?::text is null or exists (
        select from conversation c join person p on p.id = c.person_id
        where c.id = l.conversation_id and c.verified and ? = any(p.flags)))
      """;

  private final Vault vault;

  public Labels(Vault vault) {
    this.vault = vault;
  }

  /**
   * Asks for the meaning of an utterance of which the model was not sure, unless the same was asked
   * before or enough was asked that day (of UTC). What is stored at the same moment doesn't see
   * each other, so a few more may come in.
   *
   * @return whether it was taken in
   */
  public boolean ask(Sql sql, Utterance utterance, Hearing heard, int perDay) {
    boolean known =
        sql.get(
            "select exists (select from label where words_digest = ?) as known",
            row -> row.truth("known"),
            image(utterance));
    if (known) {
      return false;
    }
    Instant day = utterance.at().truncatedTo(ChronoUnit.DAYS);
    long asked =
        sql.get(
            "select count(*) as n from label where reason = 'uncertain' and at >= ? and at < ?",
            row -> row.number("n"),
            day,
            day.plus(1, ChronoUnit.DAYS));
    return asked < perDay && add(sql, utterance, Optional.of(heard), Reason.UNCERTAIN);
  }

  /**
   * What a person says that an utterance means, whatever was thought of it before. It counts for
   * this message alone: the same words may mean another thing in another conversation.
   */
  public Label correct(
      Sql sql,
      Utterance utterance,
      Optional<Hearing> heard,
      Meaning meaning,
      String by,
      Instant now) {
    var _ = add(sql, utterance, heard, Reason.CORRECTED);
    UUID id = id(utterance);
    var _ = sql.update("update label set reason = 'corrected' where id = ?", id);
    mean(sql, id, meaning, by, now);
    return find(sql, id).orElseThrow();
  }

  private boolean add(Sql sql, Utterance utterance, Optional<Hearing> heard, Reason reason) {
    return sql.update(
            """
            insert into label (id, conversation_id, seq, at, lang, body, words_digest, asked, intent,
              confidence, model, reason, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open') on conflict do nothing
            """,
            id(utterance),
            utterance.conversation().value(),
            utterance.seq(),
            utterance.at(),
            utterance.lang(),
            vault.sealText(utterance.words().text(), BODY),
            image(utterance),
            utterance.asked(),
            heard.map(each -> each.understood().intent()),
            heard.map(each -> Hearings.sure(each.understood())),
            heard.map(Hearing::model),
            reason)
        == 1;
  }

  /** Made of the message, of which there is one label at most. */
  private static UUID id(Utterance utterance) {
    String name = "label/" + utterance.conversation().value() + '/' + utterance.seq();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Two who say the same after the same question say it once. */
  private byte[] image(Utterance utterance) {
    String words = utterance.words().text().toLowerCase(Locale.ROOT);
    return vault.indexText(
        utterance.lang().code()
            + '|'
            + utterance.asked()
            + '|'
            + words.replaceAll("[\\p{P}\\s~]+", " ").strip(),
        IMAGE);
  }

  /**
   * A page, ordered by id.
   *
   * @param after where the page before ended
   */
  public List<Label> page(
      Sql sql,
      Optional<State> state,
      Optional<Reason> reason,
      Optional<Lang> lang,
      Optional<UUID> after,
      int limit) {
    return sql.list(
        """
        select * from label where (?::text is null or state = ?) and (?::text is null or reason = ?)
          and (?::text is null or lang = ?) and (?::uuid is null or id > ?)
        order by id limit ?
        """,
        this::read,
        state,
        state,
        reason,
        reason,
        lang,
        lang,
        after,
        after,
        limit);
  }

  /**
   * Those of which somebody said what they mean, ordered by id.
   *
   * @param flag that the books must have of the person of the conversation, who must have shown
   *     that it is them; empty for anybody's
   * @param after where the page before ended
   */
  public List<Label> labelled(Sql sql, Optional<String> flag, Optional<UUID> after, int limit) {
    return sql.list(
        "select * from label l where (?::uuid is null or id > ?) and "
            + LABELLED
            + " order by id limit ?",
        this::read,
        after,
        after,
        flag,
        flag,
        limit);
  }

  /**
   * How many there are of which somebody said what they mean.
   *
   * @param flag as for {@link #labelled}
   */
  public long countLabelled(Sql sql, Optional<String> flag) {
    return sql.get(
        "select count(*) as n from label l where " + LABELLED, row -> row.number("n"), flag, flag);
  }

  public Optional<Label> find(Sql sql, UUID id) {
    return sql.find("select * from label where id = ?", this::read, id);
  }

  /** A person says what it means; may be said anew. */
  public void mean(Sql sql, UUID id, Meaning meaning, String by, Instant now) {
    Optional<Meaning.Tone> tone = meaning.tone();
    var _ =
        sql.update(
            """
            update label set state = 'labelled', meant = ?, meant_also = ?, feels = ?, degree = ?,
              goes_along = ?, swears = ?, settled_by = ?, settled_at = ? where id = ?
            """,
            meaning.intent(),
            meaning.also().stream().map(Intent::id).sorted().toList(),
            tone.map(Meaning.Tone::feeling),
            tone.map(Meaning.Tone::degree),
            tone.map(Meaning.Tone::cooperation),
            tone.map(Meaning.Tone::swears),
            by,
            now,
            id);
  }

  /**
   * A person says that nothing can be learned from it. It is kept, so that it isn't asked again.
   */
  public void drop(Sql sql, UUID id, String by, Instant now) {
    var _ =
        sql.update(
            """
            update label set state = 'dropped', meant = null, meant_also = '{}', feels = null,
              degree = null, goes_along = null, swears = null, settled_by = ?, settled_at = ?
            where id = ?
            """,
            by,
            now,
            id);
  }

  private Label read(Row row) {
    return new Label(
        row.uuid("id"),
        new Utterance(
            new ConversationId(row.uuid("conversation_id")),
            row.number("seq"),
            row.instant("at"),
            Lang.find(row.text("lang")).orElse(Lang.ZH),
            new MaskedText(vault.open(row.bytes("body"), BODY)),
            row.text("asked")),
        row.findText("intent")
            .map(intent ->
                new ScoredIntent(
                    Intent.find(intent).orElse(Intent.UNCLEAR),
                    row.decimal("confidence").doubleValue())),
        row.findText("model").orElse(""),
        Reason.valueOf(row.text("reason").toUpperCase(Locale.ROOT)),
        State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.findText("meant").flatMap(Intent::find).map(meant -> meaning(meant, row)),
        row.findText("settled_by"),
        row.findInstant("settled_at"));
  }

  private static Meaning meaning(Intent meant, Row row) {
    return new Meaning(
        meant,
        row.texts("meant_also").stream()
            .flatMap(also -> Intent.find(also).stream())
            .collect(Collectors.toSet()),
        row.findText("feels")
            .map(feels ->
                new Meaning.Tone(
                    Feeling.valueOf(feels.toUpperCase(Locale.ROOT)),
                    (int) row.number("degree"),
                    Cooperation.valueOf(row.text("goes_along").toUpperCase(Locale.ROOT)),
                    row.truth("swears"))));
  }
}
