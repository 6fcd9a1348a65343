package io.heyue.core.dialogue;

import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Mood;
import io.heyue.core.understanding.Understanding;
import java.util.Locale;
import java.util.Set;

/** Answers a row's conditions at a moment. */
final class Conditions {
  private final StateDraft state;
  private final Moment moment;
  private final Set<Condition> fresh;
  private final Negotiation negotiation;
  private final Proof proof;

  Conditions(
      StateDraft state, Moment moment, Set<Condition> fresh, Negotiation negotiation, Proof proof) {
    this.state = state;
    this.moment = moment;
    this.fresh = fresh;
    this.negotiation = negotiation;
    this.proof = proof;
  }

  boolean hold(Flow.Row row) {
    return row.given().stream().allMatch(condition -> holds(condition, row))
        && row.unless().stream().noneMatch(condition -> holds(condition, row));
  }

  private boolean holds(Condition condition, Flow.Row row) {
    return switch (condition) {
      case VERIFIED -> state.verified;
      case ANSWER_RIGHT -> proof.right();
      case NAMES_SELF -> namesSelf();
      case FELT -> felt();
      case ANSWER_WRONG -> proof.wrong();
      case TRIES_LEFT ->
          state.tries + 1 < moment.dossier().mandate().proofs().tries()
              && moment.dossier().proofsLeft(moment.now().toInstant()) > 1;
      case HAS_DATE -> state.slots.date().isPresent();
      case FRESH_DATE,
          FRESH_AMOUNT,
          FIGURE_UNKNOWN,
          FRESH_ABILITY,
          NAMED_AGAIN,
          FRESH_TIME,
          FRESH_REST,
          FRESH_COUNT,
          PAY_EVENT,
          VAGUE_DATE,
          BY_PHONE,
          KEYED,
          UNHEARD,
          UNSURE,
          KEYS_OFFERED,
          CLOSED,
          WOULD_STOP,
          WOULD_PROVE,
          WOULD_DENY,
          WOULD_CALL_BACK ->
          fresh.contains(condition);
      case PROPOSED -> state.proposed.isPresent();
      case PART_PROPOSED ->
          state.proposed.filter(Terms.Partial.class::isInstance).isPresent()
              && !state.asked.contains(Question.REST.id());
      case REST_PROPOSED -> state.proposed.filter(Terms.Rest.class::isInstance).isPresent();
      case CALLBACK_PROPOSED -> state.proposed.filter(Terms.Callback.class::isInstance).isPresent();
      case AGREED -> !state.agreed.isEmpty();
      case PAYMENT_FOUND ->
          moment.dossier().matter().paid().isPositive()
              && moment.dossier().account().overdue().isZero();
      case AGAIN ->
          state.taken.contains(row.name())
              || row.when().stream()
                  .anyMatch(intent -> state.taken.contains("intent:" + intent.id()));
      case TIME_BARRED -> moment.timeBarred();
      case SILENT_AGAIN -> state.silences > 0;
      case MISUNDERSTOOD_BEFORE -> state.misunderstood > 0;
      case MISUNDERSTOOD_TWICE -> state.misunderstood > 1;
      case DEFERRED -> !state.deferred.isEmpty();
      case TO_NEGOTIATION -> goesTo(Team.NEGOTIATION);
      case TO_SUPERVISOR -> goesTo(Team.SUPERVISOR);
      case TO_SERVICE -> goesTo(Team.SERVICE);
      case OFFERS_LEFT -> negotiation.offersLeft(state);
      case ANGRY ->
          moment.heard().emotion().label() == Emotion.Feeling.ANGRY
              && moment.heard().emotion().intensity() >= 0.5;
      case RISING -> state.mood.trend() == Mood.Trend.RISING;
      case OFFERED -> state.proposed.isPresent() && state.lastMove.startsWith("offer_");
      case READ_BACK -> state.proposed.isPresent() && !state.lastMove.startsWith("offer_");
      case ABILITY_ASKED -> state.lastMove.equals(Question.ABILITY.id());
      case NOTHING_DUE -> !moment.dossier().account().overdue().isPositive();
      case PROMISED -> moment.promised();
      case PAID_DAY -> state.slots.paidOn().isPresent();
      case ACCOUNT_TOLD -> state.lastMove.equals("tell_account");
      case STATEMENT_DUE -> moment.dossier().matter().statementDue();
      case ASKED_BEFORE ->
          row.say().stream()
              .anyMatch(spec ->
                  spec instanceof MoveSpec.Fixed fixed
                      && fixed.move() instanceof Move.Ask ask
                      && state.asked.contains(ask.id()));
    };
  }

  /** Whether {@code team} takes over now. Nothing can be offered to who is not verified. */
  private boolean goesTo(Team team) {
    return moment.route().team() == team
        && switch (moment.route().when()) {
          case AT_ONCE -> true;
          case NOTHING_LEFT -> state.verified && !negotiation.offersLeft(state);
        };
  }

  private boolean felt() {
    Emotion emotion = moment.heard().emotion();
    return emotion.intensity() >= 0.4
        && (emotion.label() == Emotion.Feeling.ANXIOUS || emotion.label() == Emotion.Feeling.SAD);
  }

  private boolean namesSelf() {
    String name = moment.dossier().borrower().name().reveal();
    return moment.heard().text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a sum or a day was named, rather than an answer to the verification. */
  static boolean namesSumOrDay(Understanding heard) {
    return heard.entities().stream().anyMatch(entity -> Proof.isSumOrDay(heard, entity));
  }
}
