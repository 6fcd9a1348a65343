package io.heyue.app.engine;

import io.heyue.app.engine.Correspondence.Outcome.Written;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Team;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.turn.HumanWords;
import io.heyue.core.turn.Notices;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.Talk;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.handovers.HandoverRow.Outcome;
import io.heyue.store.handovers.HandoverRow.Status;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * Conversations that people take over: who takes one, what they say, what comes of it. What they
 * say is judged as everything else is. Thread-safe.
 */
public final class Colleagues {
  private final Rooms rooms;
  private final Clerk clerk;
  private final Turns turns;
  private final HumanWords words;
  private final Notices notices;
  private final Correspondence letters;
  private final Deeds deeds;
  private final Watches watches;
  private final InstantSource clock;
  private final Chance chance;

  Colleagues(
      Rooms rooms,
      Clerk clerk,
      Turns turns,
      HumanWords words,
      Notices notices,
      Correspondence letters,
      Guard guard,
      Watches watches,
      InstantSource clock,
      Chance chance) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.turns = turns;
    this.words = words;
    this.notices = notices;
    this.letters = letters;
    this.deeds = new Deeds(guard);
    this.watches = watches;
    this.clock = clock;
    this.chance = chance;
  }

  /** What came of something that a colleague wanted to do. */
  public sealed interface Answer {
    /** It was done; this is how the hand-over stands. */
    record Done(HandoverRow row) implements Answer {}

    /** It stands otherwise: somebody else has it, it is over, or the person can't be written to. */
    record NotNow(String why) implements Answer {}

    /** The words may not be said. */
    record Refused(List<RuleId> rules, List<String> reasons) implements Answer {
      public Refused {
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** A page of hand-overs, the oldest first. */
  public List<HandoverRow> page(
      Optional<Status> status, Optional<Team> team, Optional<UUID> after, int limit) {
    return rooms.transactor().get(sql -> rooms.handovers().page(sql, status, team, after, limit));
  }

  /**
   * Takes one; the person is told that somebody is there.
   *
   * @throws NoSuchElementException if there is none
   */
  public Answer claim(UUID id, String by) {
    Instant now = clock.instant();
    return told(
        LostRace.retry(() ->
            rooms
                .transactor()
                .get(sql -> {
                  HandoverRow row = lock(sql, id);
                  return row.status() == Status.OPEN
                      ? claim(sql, row, by, now)
                      : HandoverStep.of(
                          new Answer.NotNow("It is " + row.status().id() + " already."));
                })));
  }

  private HandoverStep claim(Sql sql, HandoverRow row, String by, Instant now) {
    rooms.handovers().claimed(sql, row.id(), by, now);
    Talk talk = rooms.conversations().get(sql, row.conversation());
    List<Message> said = List.of();
    List<Entry> entries = new ArrayList<>();
    Optional<Folder> folder = clerk.find(sql, row.matter(), now);
    if (talk.channel() == Channel.CHAT && folder.isPresent()) {
      said = phrase(sql, talk, folder.get().dossier(), Phrases.CLAIMED, now);
    } else if (folder.isPresent()) {
      Optional<Written> greeted = letters.greet(sql, talk, folder.get(), now);
      said = greeted.map(Written::said).orElse(List.of());
      greeted.map(Written::entries).ifPresent(entries::addAll);
    }
    entries.add(deeds.entry(row, by, "claimed", "", List.of(), now));
    rooms.ledger().append(sql, entries);
    return new HandoverStep(new Answer.Done(find(sql, row.id())), said);
  }

  /**
   * Says a phrase of ours in a call that was handed over. The guard judges it as all else.
   *
   * @return what was said; empty where it may not be
   */
  public List<Said> tell(ConversationId conversation, String phrase) {
    Instant now = clock.instant();
    List<Said> said =
        Desk.said(
            LostRace.retry(() ->
                rooms
                    .transactor()
                    .<List<Message>>get(sql -> tell(sql, conversation, phrase, now))));
    watches.tell(said);
    return said;
  }

  private List<Message> tell(Sql sql, ConversationId conversation, String phrase, Instant now) {
    Talk talk = rooms.conversations().get(sql, conversation);
    Optional<HandoverRow> row = rooms.handovers().active(sql, conversation);
    Optional<Folder> folder = clerk.find(sql, talk.matter(), now);
    if (row.isEmpty() || folder.isEmpty()) {
      return List.of();
    }
    List<Message> said = phrase(sql, talk, folder.get().dossier(), phrase, now);
    rooms
        .ledger()
        .append(
            sql,
            said.stream()
                .map(each -> deeds.entry(row.get(), "machine", "said", each.text(), List.of(), now))
                .toList());
    return said;
  }

  private List<Message> phrase(Sql sql, Talk talk, Dossier dossier, String phrase, Instant now) {
    DialogueState state = turns.state(talk);
    ContactVerdict permit = words.permit(PermitId.draw(chance.rng()), dossier, state, now);
    Verdict verdict =
        notices.write(
            phrase,
            Optional.empty(),
            dossier,
            talk.lang(),
            talk.channel(),
            talk.id().code(),
            "",
            false,
            talk.verified(),
            now);
    return permit instanceof ContactVerdict.Permitted ok
            && verdict instanceof Verdict.Permitted approved
        ? rooms.ours(sql, talk, approved.reply().words(), Optional.of(ok.permit().id()), now)
        : List.of();
  }

  /**
   * Says something to the person, by the way of the conversation. The guard judges it first, and
   * nothing is said that it would have to change.
   *
   * @throws NoSuchElementException if there is no such hand-over
   */
  public Answer say(UUID id, String by, String text) {
    return say(id, by, text, Optional.empty());
  }

  /**
   * The same by another way, for somebody who left the page.
   *
   * @param channel absent for that of the conversation
   */
  public Answer say(UUID id, String by, String text, Optional<Channel> channel) {
    Instant now = clock.instant();
    return told(
        LostRace.retry(() ->
            rooms
                .transactor()
                .get(sql -> say(sql, lock(sql, id), by, text.strip(), channel, now))));
  }

  private HandoverStep say(
      Sql sql, HandoverRow row, String by, String text, Optional<Channel> channel, Instant now) {
    if (row.status() != Status.CLAIMED || !row.claimedBy().equals(Optional.of(by))) {
      return HandoverStep.of(new Answer.NotNow("Claim it first."));
    }
    Talk talk = rooms.conversations().get(sql, row.conversation());
    Optional<Folder> folder = clerk.find(sql, row.matter(), now);
    if (folder.isEmpty()) {
      return HandoverStep.of(new Answer.NotNow("The account is gone."));
    }
    Channel way = channel.orElse(talk.channel());
    if (way == Channel.CHAT && talk.channel() != Channel.CHAT) {
      return HandoverStep.of(new Answer.NotNow("The person does not talk on the page."));
    }
    return way == Channel.CHAT
        ? onPage(sql, row, talk, folder.get().dossier(), by, text, now)
        : written(sql, row, by, text, letters.write(sql, talk, folder.get(), way, text, now), now);
  }

  private HandoverStep written(
      Sql sql,
      HandoverRow row,
      String by,
      String text,
      Correspondence.Outcome outcome,
      Instant now) {
    return switch (outcome) {
      case Written ok -> {
        List<Entry> entries = new ArrayList<>(ok.entries());
        entries.add(deeds.entry(row, by, "said", ok.reply().words(), ok.reply().rules(), now));
        rooms.ledger().append(sql, entries);
        yield new HandoverStep(new Answer.Done(row), ok.said());
      }
      case Correspondence.Outcome.NotNow no -> HandoverStep.of(new Answer.NotNow(no.why()));
      case Correspondence.Outcome.WordsRefused no ->
          refused(sql, row, by, text, no.rules(), no.reasons(), now);
      case Correspondence.Outcome.ContactRefused no -> {
        List<Entry> entries = new ArrayList<>(no.entries());
        entries.add(deeds.entry(row, by, "refused", text, no.rules(), now));
        rooms.ledger().append(sql, entries);
        yield HandoverStep.of(
            new Answer.Refused(
                no.rules(),
                List.of(
                    no.lawfulFrom()
                        .map(from -> "the person may not be written to before " + from)
                        .orElse("the person may not be written to"))));
      }
    };
  }

  private HandoverStep onPage(
      Sql sql, HandoverRow row, Talk talk, Dossier dossier, String by, String text, Instant now) {
    DialogueState state = turns.state(talk);
    return switch (words.permit(PermitId.draw(chance.rng()), dossier, state, now)) {
      case ContactVerdict.Refused refused ->
          HandoverStep.of(
              new Answer.Refused(
                  refused.objections().stream().map(ContactVerdict.Objection::rule).toList(),
                  List.of("the person may not be written to")));
      case ContactVerdict.Permitted permit ->
          switch (words.judge(text, dossier, state, now)) {
            case Verdict.Permitted ok -> {
              List<Message> said =
                  rooms.ours(sql, talk, ok.reply().words(), Optional.of(permit.permit().id()), now);
              rooms
                  .ledger()
                  .append(
                      sql,
                      List.of(
                          deeds.entry(
                              row, by, "said", ok.reply().words(), ok.reply().rules(), now)));
              yield new HandoverStep(new Answer.Done(row), said);
            }
            case Verdict.Amended amended ->
                refused(sql, row, by, text, amended.rules(), amended.reasons(), now);
            case Verdict.Forbidden forbidden ->
                refused(sql, row, by, text, forbidden.rules(), forbidden.reasons(), now);
          };
    };
  }

  /** That somebody wanted to say what the law forbids stands in the ledger, too. */
  private HandoverStep refused(
      Sql sql,
      HandoverRow row,
      String by,
      String text,
      List<RuleId> rules,
      List<String> reasons,
      Instant now) {
    rooms.ledger().append(sql, List.of(deeds.entry(row, by, "refused", text, rules, now)));
    return HandoverStep.of(new Answer.Refused(rules, reasons));
  }

  /**
   * Ends one.
   *
   * @throws NoSuchElementException if there is none
   */
  public Answer close(UUID id, String by, Outcome outcome, String note) {
    Instant now = clock.instant();
    return told(
        LostRace.retry(() ->
            rooms
                .transactor()
                .get(sql -> {
                  HandoverRow row = lock(sql, id);
                  if (row.status() == Status.DONE) {
                    return HandoverStep.of(new Answer.NotNow("It is done already."));
                  }
                  rooms.handovers().done(sql, id, outcome, note, now);
                  rooms
                      .ledger()
                      .append(
                          sql,
                          List.of(deeds.entry(row, by, "closed", outcome.id(), List.of(), now)));
                  return HandoverStep.of(new Answer.Done(find(sql, id)));
                })));
  }

  /** The hand-over of a conversation that a colleague has, or will take. */
  public Optional<HandoverRow> find(ConversationId conversation) {
    return rooms.transactor().get(sql -> rooms.handovers().active(sql, conversation));
  }

  /** Whether a person of the lender's is there or will be. */
  boolean expects(ConversationId conversation) {
    return find(conversation).isPresent();
  }

  /** Keeps what the person says to a colleague who is there or will be. */
  List<Said> heard(ConversationId conversation, String text) {
    Instant now = clock.instant();
    List<Message> kept =
        LostRace.retry(() ->
            rooms
                .transactor()
                .get(sql -> {
                  Talk talk = rooms.conversations().get(sql, conversation);
                  Optional<HandoverRow> row = rooms.handovers().active(sql, conversation);
                  return talk.over() && row.isPresent()
                      ? heard(sql, row.get(), talk.channel(), text, now)
                      : List.<Message>of();
                }));
    List<Said> said = Desk.said(kept);
    watches.tell(said);
    return said;
  }

  /** The same for what came by {@code by}; tells nobody yet. */
  List<Message> heard(Sql sql, HandoverRow row, Channel by, String text, Instant now) {
    Talk talk = rooms.conversations().get(sql, row.conversation());
    Message message =
        new Message(
            talk.id(),
            0,
            false,
            text,
            now,
            Optional.empty(),
            Optional.of(by).filter(way -> way != talk.channel()));
    List<Message> said = rooms.conversations().say(sql, List.of(message));
    rooms.ledger().append(sql, List.of(deeds.entry(row, "person", "heard", text, List.of(), now)));
    return said;
  }

  /** The hand-over to which what a person writes by {@code by} belongs, if there is one. */
  Optional<HandoverRow> expecting(Sql sql, PersonId person, Channel by) {
    return rooms.handovers().active(sql, person, by);
  }

  private Answer told(HandoverStep step) {
    watches.tell(Desk.said(step.said()));
    return step.answer();
  }

  private HandoverRow lock(Sql sql, UUID id) {
    return rooms.handovers().lock(sql, id).orElseThrow(Colleagues::none);
  }

  private HandoverRow find(Sql sql, UUID id) {
    return rooms.handovers().find(sql, id).orElseThrow(Colleagues::none);
  }

  private static NoSuchElementException none() {
    return new NoSuchElementException("There is no such hand-over.");
  }
}
