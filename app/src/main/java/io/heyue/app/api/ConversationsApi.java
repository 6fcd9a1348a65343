package io.heyue.app.api;

import io.heyue.app.engine.Why;
import io.heyue.app.house.House;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.law.Citation;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.PersonRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations, what was said in them, and why. */
@RestController
@RequestMapping("/api/v1/conversations")
public final class ConversationsApi {
  private final Transactor transactor;
  private final Conversations conversations;
  private final PersonRecords persons;
  private final Why why;
  private final Sounds sounds;

  ConversationsApi(House house, Transactor transactor) {
    this.transactor = transactor;
    this.conversations = new Conversations(house.store().vault());
    this.persons = new PersonRecords(house.store().vault());
    this.why = house.engine().why();
    this.sounds = new Sounds(house.carriers().live());
  }

  /**
   * A conversation.
   *
   * @param person masked
   * @param code by which the person can check that it is genuine
   * @param live whether it is a call that can be listened to now
   */
  public record ConversationView(
      UUID id,
      UUID caseId,
      UUID personId,
      @Nullable String person,
      String channel,
      String lang,
      String code,
      boolean verified,
      @Nullable String disposition,
      Instant createdAt,
      @Nullable Instant begunAt,
      @Nullable Instant endedAt,
      long messages,
      boolean live) {
    ConversationView with(@Nullable String name, boolean now) {
      return new ConversationView(
          id,
          caseId,
          personId,
          name,
          channel,
          lang,
          code,
          verified,
          disposition,
          createdAt,
          begunAt,
          endedAt,
          messages,
          now);
    }
  }

  /**
   * Something that was said.
   *
   * @param channel by which it went, where that is not the conversation's
   */
  public record MessageView(
      long seq, String side, String text, Instant at, @Nullable String channel) {}

  /** Why a turn was as it was. */
  public record WhyView(
      int stripe,
      long number,
      String hash,
      Instant at,
      String kind,
      String verdict,
      List<GroundView> rules,
      String entry) {
    static WhyView of(Why.Answer answer) {
      return new WhyView(
          answer.stripe(),
          answer.number(),
          answer.hash(),
          answer.at(),
          answer.kind(),
          answer.verdict(),
          answer.rules().stream()
              .map(ground ->
                  new GroundView(
                      ground.rule().toString(),
                      ground.citation().map(Citation::brief).orElse(null),
                      ground.plain()))
              .toList(),
          answer.entry());
    }
  }

  /** A rule, where it stands and what it says. */
  public record GroundView(String rule, @Nullable String citation, String plain) {}

  /** Begun conversations, the newest first. */
  @GetMapping
  Page<ConversationView> all(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return transactor.get(sql ->
        Page.of(
            named(
                sql,
                sql.list(
                    """
                    select c.*, (select count(*) from message m
                        where m.conversation_id = c.id) as messages
                    from conversation c where begun_at is not null
                      and (?::uuid is null or (begun_at, id) <
                        (select begun_at, id from conversation where id = ?))
                    order by begun_at desc, id desc limit ?
                    """,
                    ConversationsApi::view,
                    after,
                    after,
                    most + 1)),
            most,
            view -> view.id().toString()));
  }

  @GetMapping("/{id}")
  ConversationView one(@PathVariable UUID id) {
    return transactor.get(sql -> get(sql, id));
  }

  @GetMapping("/{id}/messages")
  Page<MessageView> messages(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return transactor.get(sql -> {
      get(sql, id);
      return Page.of(
          conversations.messages(sql, new ConversationId(id), after).stream()
              .limit(most + 1L)
              .map(said ->
                  new MessageView(
                      said.seq(),
                      said.ours() ? "us" : "person",
                      said.text(),
                      said.at(),
                      said.by().map(Channel::id).orElse(null)))
              .toList(),
          most,
          view -> String.valueOf(view.seq()));
    });
  }

  @GetMapping("/{id}/why")
  Page<WhyView> why(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    Lang words =
        Lang.find(lang).orElseThrow(() -> new Unusable("lang must be zh or en; it is neither."));
    transactor.run(sql -> get(sql, id));
    return Page.part(
        why.of(new ConversationId(id), words).stream().map(WhyView::of).toList(),
        after,
        Page.limit(limit));
  }

  private ConversationView get(Sql sql, UUID id) {
    return named(
            sql,
            sql.list(
                """
                select c.*, (select count(*) from message m
                    where m.conversation_id = c.id) as messages
                from conversation c where id = ?
                """,
                ConversationsApi::view,
                id))
        .stream()
        .findFirst()
        .orElseThrow(() -> Problems.none("conversation"));
  }

  private List<ConversationView> named(Sql sql, List<ConversationView> views) {
    Map<UUID, String> names =
        Masking.names(persons, sql, views.stream().map(ConversationView::personId).toList());
    return views.stream()
        .map(view -> view.with(names.get(view.personId()), sounds.stands(view.id())))
        .toList();
  }

  private static ConversationView view(Row row) {
    return new ConversationView(
        row.uuid("id"),
        row.uuid("case_id"),
        row.uuid("person_id"),
        null,
        row.text("channel"),
        row.text("lang"),
        new ConversationId(row.uuid("id")).code(),
        row.truth("verified"),
        row.findText("disposition").orElse(null),
        row.instant("created_at"),
        row.findInstant("begun_at").orElse(null),
        row.findInstant("ended_at").orElse(null),
        row.number("messages"),
        false);
  }
}
