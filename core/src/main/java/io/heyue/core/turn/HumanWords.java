package io.heyue.core.turn;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Span;
import io.heyue.core.base.Tone;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.Claim.Of;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Writer;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityParser;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a person of the lender's wants to say, made into a draft that the guard can judge as it
 * judges every other: each sum, day and rate in it becomes a claim against the books, or against
 * terms that the mandate allows, in the form in which we write it. A number that is neither is
 * covered by no claim, and is refused. Pure and thread-safe.
 */
public final class HumanWords {
  private final Guard guard;
  private final EntityParser entities;
  private final Writer writer;
  private final Footing footing;

  public HumanWords(Guard guard, EntityParser entities, Writer writer) {
    this.guard = guard;
    this.entities = entities;
    this.writer = writer;
    this.footing = new Footing(writer, guard);
  }

  /**
   * Whether words may be said to the person of a conversation, by the way of the conversation.
   *
   * @param state where the conversation stood when it was handed over
   */
  public Verdict judge(String words, Dossier dossier, DialogueState state, Instant now) {
    return judge(
        words,
        Optional.empty(),
        dossier,
        state,
        Delivery.byPerson(state.channel(), false, state.verified()),
        now);
  }

  /**
   * The same by another way.
   *
   * @param before the phrase that says who writes, where the words begin a contact
   */
  public Verdict judge(
      String words,
      Optional<String> before,
      Dossier dossier,
      DialogueState state,
      Delivery delivery,
      Instant now) {
    ZonedDateTime local = Situations.local(dossier, now);
    List<Place> places = new ArrayList<>(known(words, dossier, state.conversation()));
    List<Entity> found =
        entities.parse(
            without(words, places), state.lang(), local, dossier.account().overdue().currency());
    List<Terms> terms = HumanTerms.of(found, dossier, state, guard, now);
    HumanClaims claims = new HumanClaims(dossier, state.lang(), local.toLocalDate());
    found.forEach(entity -> claims.find(entity).ifPresent(places::add));
    Writer.Setting setting =
        new Writer.Setting(
            dossier,
            state.lang(),
            delivery.channel(),
            Tone.PLAIN,
            state.conversation().code(),
            "",
            local.toLocalDate());
    DraftReply own = draft(words, places, state);
    DraftReply draft =
        before
            .map(phrase -> writer.write(phrase, Optional.empty(), setting).followedBy(own))
            .orElse(own);
    return guard.judge(
        footing.under(draft, dossier, delivery, setting, now), dossier, terms, delivery, now);
  }

  /** Whether the person may be answered at all, on the page that they opened. */
  public ContactVerdict permit(PermitId id, Dossier dossier, DialogueState state, Instant now) {
    return guard.permitReply(id, dossier, Situations.replyFacts(dossier, state, now));
  }

  /**
   * A stretch of the words that is a claim.
   *
   * @param wording how it is written; equal to what was written, but for the form of a figure
   */
  record Place(Span span, String wording, java.util.function.Function<Span, Claim> claim) {}

  /** The words with each claim in the form in which we write it. */
  private static DraftReply draft(String words, List<Place> places, DialogueState state) {
    StringBuilder written = new StringBuilder();
    List<Claim> claims = new ArrayList<>();
    int at = 0;
    for (Place place :
        places.stream().sorted(Comparator.comparingInt(p -> p.span().start())).toList()) {
      if (place.span().start() < at) {
        continue;
      }
      written.append(words, at, place.span().start());
      int start = written.length();
      written.append(place.wording());
      claims.add(place.claim().apply(Span.of(start, written.length())));
      at = place.span().end();
    }
    written.append(words, at, words.length());
    return new DraftReply(state.lang(), written.toString(), claims, List.of("human"));
  }

  /** Where the lender is reached, whom it is about, and the code of the conversation. */
  private static List<Place> known(String words, Dossier dossier, ConversationId conversation) {
    Mandate mandate = dossier.mandate();
    List<Place> places = new ArrayList<>();
    each(words, mandate.hotline(), span -> new Claim.Contact(span, Of.HOTLINE), places);
    each(words, mandate.site(), span -> new Claim.Contact(span, Of.SITE), places);
    each(words, mandate.helpLine(), span -> new Claim.Contact(span, Of.HELP_LINE), places);
    each(words, mandate.payAt(), span -> new Claim.Contact(span, Of.PAY_AT), places);
    each(words, conversation.code(), Claim.Code::new, places);
    each(words, dossier.account().tail(), span -> new Claim.Identity(span, Of.TAIL), places);
    each(
        words,
        dossier.account().lender().name(),
        span -> new Claim.Identity(span, Of.LENDER),
        places);
    return places;
  }

  private static void each(
      String words,
      String part,
      java.util.function.Function<Span, Claim> claim,
      List<Place> places) {
    if (part.isBlank()) {
      return;
    }
    for (int at = words.indexOf(part); at >= 0; at = words.indexOf(part, at + part.length())) {
      places.add(new Place(Span.of(at, at + part.length()), part, claim));
    }
  }

  /** The words with blanks for what was found, so that a hotline is not read into a sum. */
  private static String without(String words, List<Place> places) {
    StringBuilder rest = new StringBuilder(words);
    for (Place place : places) {
      for (int at = place.span().start(); at < place.span().end(); at++) {
        rest.setCharAt(at, '□');
      }
    }
    return rest.toString();
  }
}
