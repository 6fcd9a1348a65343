package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Hold;
import io.heyue.core.turn.HumanWords;
import io.heyue.core.turn.Notices;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.outbox.OutgoingLetter;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What colleagues write to people by text message and e-mail. While the person has just written
 * that way, a colleague's words are an answer; else they are a contact like any other, which must
 * be lawful at that hour, counts, and says who writes. Stores letters, and leaves the ledger to its
 * caller, since an append is the last thing of a transaction. Thread-safe.
 */
final class Correspondence {
  private final Rooms rooms;
  private final Turns turns;
  private final HumanWords words;
  private final Notices notices;
  private final Guard guard;
  private final Chance chance;
  private final Set<Channel> carried;

  Correspondence(
      Rooms rooms,
      Turns turns,
      HumanWords words,
      Notices notices,
      Guard guard,
      Chance chance,
      Set<Channel> carried) {
    this.rooms = rooms;
    this.turns = turns;
    this.words = words;
    this.notices = notices;
    this.guard = guard;
    this.chance = chance;
    this.carried = Set.copyOf(carried);
  }

  /** What came of something that was to be written. */
  sealed interface Outcome {
    /** It is on its way; {@code said} stands in the conversation. */
    record Written(ApprovedReply reply, PermitId permit, List<Message> said, List<Entry> entries)
        implements Outcome {
      public Written {
        said = List.copyOf(said);
        entries = List.copyOf(entries);
      }
    }

    /** It can't be written by this way now, whatever the words. */
    record NotNow(String why) implements Outcome {}

    /** The words may not be written. */
    record WordsRefused(List<RuleId> rules, List<String> reasons) implements Outcome {
      public WordsRefused {
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
      }
    }

    /** The person may not be written to now. */
    record ContactRefused(List<RuleId> rules, Optional<Instant> lawfulFrom, List<Entry> entries)
        implements Outcome {
      public ContactRefused {
        rules = List.copyOf(rules);
        entries = List.copyOf(entries);
      }
    }
  }

  /** One thing that is to be written. */
  private record Draft(
      Talk talk,
      Folder folder,
      DialogueState state,
      ContactPoint point,
      Channel by,
      boolean answer,
      Instant now) {
    Dossier dossier() {
      return folder.dossier().in(talk.lang());
    }

    /** A text message on a screen is seen by anybody, unless it is there that they showed who. */
    boolean verified() {
      return talk.verified() && (by == talk.channel() || by == Channel.EMAIL);
    }
  }

  /** Writes what a colleague typed. */
  Outcome write(Sql sql, Talk talk, Folder folder, Channel by, String text, Instant now) {
    if (!carried.contains(by)) {
      return new Outcome.NotNow("Nothing goes out by " + by.id() + " here.");
    }
    Optional<ContactPoint> point = point(sql, talk, by);
    if (point.isEmpty()) {
      return new Outcome.NotNow("The person has no address of their own for " + by.id() + ".");
    }
    Draft draft = draft(sql, talk, folder, point.get(), by, now);
    if (!draft.answer()) {
      Optional<String> against = against(draft);
      if (against.isPresent()) {
        return new Outcome.NotNow(against.get());
      }
    }
    Verdict verdict =
        words.judge(
            text,
            draft.answer() ? Optional.empty() : Optional.of(frame(draft)),
            draft.dossier(),
            draft.state(),
            Delivery.byPerson(by, !draft.answer(), draft.verified()),
            now);
    return switch (verdict) {
      case Verdict.Permitted ok -> contact(sql, draft, "colleague", ok.reply());
      case Verdict.Amended amended -> new Outcome.WordsRefused(amended.rules(), amended.reasons());
      case Verdict.Forbidden forbidden ->
          new Outcome.WordsRefused(forbidden.rules(), forbidden.reasons());
    };
  }

  /** Tells somebody who is there that a colleague is, too; whoever is not learns it later. */
  Optional<Outcome.Written> greet(Sql sql, Talk talk, Folder folder, Instant now) {
    Channel by = talk.channel();
    Optional<ContactPoint> point = carried.contains(by) ? point(sql, talk, by) : Optional.empty();
    if (point.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = draft(sql, talk, folder, point.get(), by, now);
    Verdict verdict = notice(draft, Phrases.CLAIMED);
    return draft.answer()
            && verdict instanceof Verdict.Permitted ok
            && contact(sql, draft, Phrases.CLAIMED, ok.reply()) instanceof Outcome.Written written
        ? Optional.of(written)
        : Optional.empty();
  }

  private Draft draft(
      Sql sql, Talk talk, Folder folder, ContactPoint point, Channel by, Instant now) {
    boolean answer = answers(sql, talk, folder.dossier(), by, now);
    return new Draft(talk, folder, turns.state(talk), point, by, answer, now);
  }

  /** The address of the conversation, or another of the person's own. */
  private Optional<ContactPoint> point(Sql sql, Talk talk, Channel by) {
    Optional<ContactPoint> here =
        talk.point()
            .flatMap(id -> rooms.points().find(sql, id))
            .filter(point -> point.channels().contains(by) && !point.denied());
    return here.isPresent()
        ? here
        : Outreach.point(
            rooms.points().of(sql, List.of(talk.person())).getOrDefault(talk.person(), List.of()),
            by);
  }

  /**
   * Whether the person wrote by this way a moment ago, was not answered too often since, and has
   * not asked us to stop after it.
   */
  private boolean answers(Sql sql, Talk talk, Dossier dossier, Channel by, Instant now) {
    List<Message> all = rooms.conversations().messages(sql, talk.id(), 0);
    int ours = 0;
    for (Message message : all.reversed()) {
      if (message.ours()) {
        ours++;
      } else if (message.by().orElse(talk.channel()) == by) {
        return guard.standing(dossier, now).answers(Duration.between(message.at(), now), ours)
            && !stoppedSince(dossier.matter(), message.at());
      }
    }
    return false;
  }

  private static boolean stoppedSince(Case matter, Instant heard) {
    Hold stop = matter.holds().get(HoldKind.STOP);
    return stop != null && !stop.since().isBefore(heard);
  }

  /** What would call a contact back on its way; better to say so before. */
  private static Optional<String> against(Draft draft) {
    Dossier dossier = draft.folder().dossier();
    if (dossier.matter().cured() || !dossier.account().overdue().isPositive()) {
      return Optional.of("Nothing is overdue; the person can only be answered.");
    }
    return Timing.waiting(dossier, draft.now())
        .map(until -> "What was agreed is waited for until " + until + ".");
  }

  /** The phrase that says who writes. */
  private static String frame(Draft draft) {
    return draft.by() == Channel.EMAIL ? Phrases.COLLEAGUE_BY_MAIL : Phrases.COLLEAGUE_BY_TEXT;
  }

  private Verdict notice(Draft draft, String phrase) {
    return notices.write(
        phrase,
        Optional.empty(),
        draft.dossier(),
        draft.talk().lang(),
        draft.by(),
        draft.talk().id().code(),
        "",
        false,
        draft.verified(),
        draft.now());
  }

  private Outcome contact(Sql sql, Draft draft, String phrase, ApprovedReply reply) {
    ContactRequest request =
        Approaching.request(
            rooms,
            PermitId.draw(chance.rng()),
            draft.folder().dossier(),
            draft.point(),
            draft.by(),
            draft.answer() ? Purpose.REPLY : Purpose.OUTREACH,
            Optional.empty(),
            draft.now());
    return draft.answer()
        ? answer(sql, draft, request, phrase, reply)
        : reach(sql, draft, request, phrase, reply);
  }

  private Outcome answer(
      Sql sql, Draft draft, ContactRequest request, String phrase, ApprovedReply reply) {
    ContactFacts facts = request.facts().answering();
    ContactVerdict verdict = guard.permitReply(request.permit(), draft.dossier(), facts);
    Judged judged = new Judged(request, facts, verdict);
    return switch (verdict) {
      case ContactVerdict.Permitted ok -> {
        rooms.budget().note(sql, ok.permit(), draft.talk().matter());
        yield written(sql, draft, judged, ok.permit(), phrase, reply);
      }
      case ContactVerdict.Refused refused -> refused(judged, refused);
    };
  }

  private Outcome reach(
      Sql sql, Draft draft, ContactRequest request, String phrase, ApprovedReply reply) {
    Judged judged = rooms.budget().reserve(sql, request);
    return switch (judged.verdict()) {
      case ContactVerdict.Permitted ok -> {
        CaseEvent reserved =
            new CaseEvent.ContactReserved(
                draft.now(),
                ok.permit().id(),
                draft.by(),
                Optional.of(draft.point().id()),
                Optional.empty());
        var _ = rooms.cases().append(sql, List.of(draft.folder().with(List.of(reserved))));
        yield written(sql, draft, judged, ok.permit(), phrase, reply);
      }
      case ContactVerdict.Refused refused -> refused(judged, refused);
    };
  }

  private Outcome refused(Judged judged, ContactVerdict.Refused refused) {
    return new Outcome.ContactRefused(
        refused.objections().stream().map(Objection::rule).toList(),
        refused.lawfulFrom(),
        List.of(ContactEntry.refused(judged, refused, Optional.empty(), guard)));
  }

  private Outcome written(
      Sql sql,
      Draft draft,
      Judged judged,
      ContactPermit permit,
      String phrase,
      ApprovedReply reply) {
    Talk talk = draft.talk();
    rooms
        .outbox()
        .add(
            sql,
            List.of(
                new OutgoingLetter(
                    permit, reply, talk.matter(), Optional.of(talk.id()), draft.point().id())),
            draft.now());
    Message message =
        new Message(
            talk.id(),
            0,
            true,
            reply.words(),
            draft.now(),
            Optional.of(permit.id()),
            Optional.of(draft.by()).filter(by -> by != talk.channel()));
    return new Outcome.Written(
        reply,
        permit.id(),
        rooms.conversations().say(sql, List.of(message)),
        List.of(ContactEntry.said(judged, permit, Optional.of(talk.id()), phrase, reply, guard)));
  }
}
