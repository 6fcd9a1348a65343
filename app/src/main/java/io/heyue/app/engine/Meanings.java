package io.heyue.app.engine;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.MaskedText;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.SecondOpinion;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.entity.RuleEntityParser;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.Talk;
import io.heyue.store.labels.Hearing;
import io.heyue.store.labels.Hearings;
import io.heyue.store.labels.Label;
import io.heyue.store.labels.Labels;
import io.heyue.store.labels.Meaning;
import io.heyue.store.labels.Utterance;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.PersonRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people of the lender's say about how the machine understood: of what it was not sure they
 * are asked, what it got wrong they correct. The models learn from it; no case, no contact and no
 * conversation is changed by it. Thread-safe.
 */
public final class Meanings {
  private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);

  private final Rooms rooms;
  private final Hearings hearings = new Hearings();
  private final Labels labels;
  private final InstantSource clock;

  Meanings(Rooms rooms, Labels labels, InstantSource clock) {
    this.rooms = rooms;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * Takes note of what was understood of {@code said}, and asks where that was not sure. Where that
   * fails nothing of the turn is lost.
   */
  void note(Sql sql, Turns.Thought thought, Message said) {
    attempt(sql, "What was understood", () -> hearings.add(sql, hearing(thought, said)));
    attempt(sql, "A label", () -> ask(sql, thought, said));
  }

  /** Whoever talks to us waits for an answer: it doesn't hang on whether we could take note. */
  private static void attempt(Sql sql, String what, Runnable work) {
    sql.attempt(work)
        // The message might quote what somebody said, so only its kind is told.
        .ifPresent(e -> LOG.warn("{} was lost: {}.", what, e.getClass().getName()));
  }

  private void ask(Sql sql, Turns.Thought thought, Message said) {
    Labelling wanted = thought.folder().dossier().mandate().labelling();
    if (unsure(thought.first(), thought.heard(), wanted) && !said.text().isBlank()) {
      PersonName name = thought.folder().dossier().borrower().name();
      MaskedText words = MaskedText.of(said.text(), thought.first().entities(), List.of(name));
      Hearing hearing = hearing(thought, said);
      var _ = labels.ask(sql, utterance(hearing, words), hearing, wanted.perDay());
    }
  }

  /** What the model made of it by itself, whatever a chat model added to that. */
  private static Hearing hearing(Turns.Thought thought, Message said) {
    Understanding first = thought.first();
    return new Hearing(
        said.conversation(),
        said.seq(),
        said.at(),
        lang(first, thought.before().lang()),
        thought.before().after(),
        first.main(),
        first.provenance().model());
  }

  /**
   * What was not understood at all is unsure, too, and so is that for which advice was sought.
   *
   * @param whole {@code first} with what a chat model added
   */
  static boolean unsure(Understanding first, Understanding whole, Labelling wanted) {
    ScoredIntent main = first.main();
    return wanted.perDay() > 0
        && wanted.unsureBelow() > 0
        && (main.confidence() < wanted.unsureBelow()
            || (main.intent() == Intent.UNCLEAR && main.confidence() <= wanted.unsureBelow())
            || SecondOpinion.wasAsked(whole));
  }

  /** The pack that understood it; whoever speaks a language that none knows speaks their own. */
  private static Lang lang(Understanding heard, Lang conversation) {
    return heard.language().code().equals("yue")
        ? Lang.ZH
        : Lang.find(heard.language().code()).orElse(conversation);
  }

  private static Utterance utterance(Hearing hearing, MaskedText words) {
    return new Utterance(
        hearing.conversation(),
        hearing.seq(),
        hearing.at(),
        hearing.lang(),
        words,
        hearing.asked());
  }

  /** A page of the queue, ordered by id. */
  public List<Label> page(
      Optional<Label.State> state,
      Optional<Label.Reason> reason,
      Optional<Lang> lang,
      Optional<UUID> after,
      int limit) {
    return rooms.transactor().get(sql -> labels.page(sql, state, reason, lang, after, limit));
  }

  /**
   * Says what one means.
   *
   * @throws NoSuchElementException if there is none
   */
  public Label mean(UUID id, Meaning meaning, String by) {
    Instant now = clock.instant();
    return rooms
        .transactor()
        .get(sql -> {
          labels.mean(sql, id, meaning, by, now);
          return labels.find(sql, id).orElseThrow(Meanings::none);
        });
  }

  /**
   * Says that nothing can be learned from one.
   *
   * @throws NoSuchElementException if there is none
   */
  public Label drop(UUID id, String by) {
    Instant now = clock.instant();
    return rooms
        .transactor()
        .get(sql -> {
          labels.drop(sql, id, by, now);
          return labels.find(sql, id).orElseThrow(Meanings::none);
        });
  }

  /**
   * Says what a message means that the machine took for something else.
   *
   * @param seq its number in the conversation
   * @throws NoSuchElementException if the person said no such thing
   */
  public Label correct(ConversationId conversation, long seq, Meaning meaning, String by) {
    Instant now = clock.instant();
    return rooms
        .transactor()
        .get(sql -> {
          Talk talk = rooms.conversations().get(sql, conversation);
          Message said =
              rooms.conversations().messages(sql, conversation, seq - 1).stream()
                  .filter(message -> message.seq() == seq && !message.ours())
                  .findFirst()
                  .orElseThrow(() ->
                      new NoSuchElementException(
                          "seq is no message that the person wrote in this conversation."));
          Optional<Hearing> heard = hearings.find(sql, conversation, seq);
          Lang lang = heard.map(Hearing::lang).orElse(talk.lang());
          return labels.correct(
              sql,
              new Utterance(
                  conversation,
                  seq,
                  said.at(),
                  lang,
                  MaskedText.of(said.text(), entities(said, lang), names(sql, talk.person())),
                  heard.map(Hearing::asked).orElse("")),
              heard,
              meaning,
              by,
              now);
        });
  }

  private static List<Entity> entities(Message said, Lang lang) {
    return RuleEntityParser.of()
        .parse(said.text(), lang, said.at().atZone(ZoneOffset.UTC), Money.CNY);
  }

  private List<PersonName> names(Sql sql, PersonId person) {
    return rooms.people().list(sql, List.of(person)).values().stream()
        .map(PersonRecord::name)
        .toList();
  }

  private static NoSuchElementException none() {
    return new NoSuchElementException("There is no such label.");
  }
}
