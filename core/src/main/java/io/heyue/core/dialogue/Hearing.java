package io.heyue.core.dialogue;

import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Verification;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes what was heard into the state: what was named, what was meant, what must wait. */
final class Hearing {
  /** An intent counts as meant from this confidence on; the strongest one always does. */
  private static final double PRESENT = 0.30;

  /** Below this even the strongest intent is not taken for understood. */
  private static final double UNDERSTOOD = 0.35;

  /** An answer to the verification that is no longer than this holds nothing else. */
  private static final int SHORT_ANSWER = 12;

  /** A shorter text says too little about its language. */
  private static final int LEAST_TO_FOLLOW = 5;

  private static final double SURE_OF_LANGUAGE = 0.8;

  /** Questions to which a bare day answers when the money comes. */
  private static final Set<String> WHEN_TO_PAY =
      Set.of("state_account", "ask_when", "ask_pay_day", "ask_rest", "read_back");

  /** Below this a time is more likely that of a payment than that of a call. */
  private static final double SURE_OF_BUSY = 0.6;

  /** What may be said before the verification and is answered after it. */
  private static final Set<Intent> DEFERRABLE =
      Set.of(
          Intent.AGREE_TO_PAY,
          Intent.PROMISE_WITH_DATE,
          Intent.ALREADY_PAID,
          Intent.CANNOT_PAY,
          Intent.REFUSE_TO_PAY,
          Intent.REQUEST_EXTENSION,
          Intent.REQUEST_INSTALMENT,
          Intent.REQUEST_REDUCTION,
          Intent.OFFER_PARTIAL,
          Intent.AUTO_DEBIT_EXPECTED,
          Intent.DISPUTE_DEBT,
          Intent.VULNERABILITY);

  private Hearing() {}

  /** Fills the slots, and says which conditions about them hold freshly. */
  static Set<Condition> take(
      StateDraft state, DialogueState before, Moment moment, Negotiation negotiation) {
    Understanding heard = withoutProof(moment, before);
    follow(state, heard);
    boolean onlyVerifies =
        !before.verified()
            && moment.dossier().borrower().verification().attemptedBy(heard.text())
            && heard.text().length() <= SHORT_ANSWER
            && !Conditions.namesSumOrDay(heard);
    if (onlyVerifies) {
      return EnumSet.noneOf(Condition.class);
    }
    boolean aboutCallback = aboutCallback(heard, before);
    SlotFilling.Filled filled =
        SlotFilling.fill(
            state.slots, heard, before.lastMove(), aboutCallback, moment.dossier(), moment.now());
    state.slots = filled.slots();
    if (!before.verified() && !Certainty.closed(moment.event(), before)) {
      // What a closed recogniser made of something else would be acted on without having been
      // asked.
      state.deferred = deferred(state.deferred, heard);
    }
    return changed(filled.fresh(), state, negotiation);
  }

  /** Whether a time that is named now is one to come back at, rather than one to pay at. */
  private static boolean aboutCallback(Understanding heard, DialogueState before) {
    boolean clock =
        heard.first(EntityType.TIME).isPresent() || heard.first(EntityType.DATETIME).isPresent();
    boolean saysPay = heard.first(EntityType.MONEY).isPresent() || Relevance.speaksOfPaying(heard);
    boolean pays = saysPay || heard.has(Intent.PROMISE_WITH_DATE, UNDERSTOOD);
    if (before.lastMove().equals(Question.CALLBACK.id())) {
      return !(clock ? saysPay : pays);
    }
    boolean alsoBusy =
        heard.has(Intent.CALL_BACK_LATER, UNDERSTOOD) || heard.has(Intent.BUSY_NOW, UNDERSTOOD);
    if (clock && alsoBusy && !saysPay) {
      return true;
    }
    boolean askedForDay = WHEN_TO_PAY.contains(before.after());
    boolean namesOnlyDay =
        heard.first(EntityType.TIME).isEmpty()
            && heard.first(EntityType.DATETIME).isEmpty()
            && (heard.first(EntityType.DATE).isPresent()
                || heard.first(EntityType.DATE_RANGE).isPresent());
    boolean busy =
        heard.main().intent() == Intent.CALL_BACK_LATER || heard.main().intent() == Intent.BUSY_NOW;
    return busy
        && heard.main().confidence() >= SURE_OF_BUSY
        && !pays
        && !(askedForDay && namesOnlyDay);
  }

  /** We write in the language in which the person writes, where we have a pack for it. */
  private static void follow(StateDraft state, Understanding heard) {
    boolean enough = heard.text().strip().length() >= LEAST_TO_FOLLOW;
    Lang.find(heard.language().code())
        .filter(_ -> enough && heard.language().confidence() >= SURE_OF_LANGUAGE)
        .ifPresent(state::speak);
  }

  /**
   * Digits of the form of the answer are no sum and no day. It does not matter whether they are
   * right: else what becomes of them would tell.
   */
  private static Understanding withoutProof(Moment moment, DialogueState before) {
    Understanding heard = moment.heard();
    Verification proof = moment.dossier().borrower().verification();
    if (before.verified()) {
      return heard;
    }
    return heard.with(
        heard.entities().stream()
            .filter(
                entity -> Proof.isSumOrDay(heard, entity) || proof.answersIn(entity.text()) == 0)
            .toList());
  }

  /** The intents that count, strongest first. */
  static List<ScoredIntent> meant(Understanding heard) {
    if (heard.main().confidence() < UNDERSTOOD) {
      return List.of(new ScoredIntent(Intent.UNCLEAR, 1 - heard.main().confidence()));
    }
    List<ScoredIntent> meant = new ArrayList<>();
    for (ScoredIntent scored : heard.intents()) {
      if (meant.isEmpty() || scored.confidence() >= PRESENT) {
        meant.add(scored);
      }
    }
    return meant;
  }

  /** What slots hold, as if it had been named just now. */
  static Set<Condition> named(Slots slots) {
    Set<Condition> named = EnumSet.noneOf(Condition.class);
    slots.date().ifPresent(_ -> named.add(Condition.FRESH_DATE));
    slots.vague().ifPresent(_ -> named.add(Condition.VAGUE_DATE));
    slots.ability().ifPresent(_ -> named.add(Condition.FRESH_ABILITY));
    slots.amount().ifPresent(_ -> named.add(Condition.FRESH_AMOUNT));
    slots.count().ifPresent(_ -> named.add(Condition.FRESH_COUNT));
    if (slots.payEvent()) {
      named.add(Condition.PAY_EVENT);
    }
    return named;
  }

  /**
   * Naming again what is on the table changes nothing: "对，下周五" accepts Friday. Naming something of
   * another kind does: "in three instalments" is no answer to a day.
   */
  private static Set<Condition> changed(
      Set<Condition> named, StateDraft state, Negotiation negotiation) {
    Set<Condition> changed = EnumSet.noneOf(Condition.class);
    changed.addAll(named);
    if (state.proposed.filter(terms -> negotiation.agrees(terms, state.slots)).isPresent()) {
      if (state.proposed.get() instanceof Terms.Rest) {
        changed.remove(Condition.FRESH_REST);
      } else if (state.proposed.get() instanceof Terms.Instalments) {
        changed.remove(Condition.FRESH_COUNT);
        changed.remove(Condition.FRESH_ABILITY);
      } else {
        changed.remove(Condition.FRESH_DATE);
        changed.remove(Condition.FRESH_AMOUNT);
        changed.remove(Condition.PAY_EVENT);
      }
      if (changed.size() < named.size()) {
        changed.add(Condition.NAMED_AGAIN);
      }
    }
    return changed;
  }

  private static List<ScoredIntent> deferred(List<ScoredIntent> before, Understanding heard) {
    Map<Intent, ScoredIntent> strongest = new EnumMap<>(Intent.class);
    Stream.concat(
            before.stream(),
            heard.intents().stream()
                .filter(scored -> scored.confidence() >= UNDERSTOOD)
                .filter(scored -> DEFERRABLE.contains(scored.intent())))
        .forEach(scored ->
            strongest.merge(
                scored.intent(), scored, (a, b) -> a.confidence() >= b.confidence() ? a : b));
    List<ScoredIntent> kept = new ArrayList<>(strongest.values());
    kept.sort(Comparator.comparingDouble(ScoredIntent::confidence).reversed());
    return List.copyOf(kept.subList(0, Math.min(3, kept.size())));
  }
}
