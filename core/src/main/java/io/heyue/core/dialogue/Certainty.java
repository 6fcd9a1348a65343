package io.heyue.core.dialogue;

import io.heyue.core.base.Channel;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.channel.ChannelEvent.SpeechHeard;
import io.heyue.core.dialogue.Flow.Row;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How surely something was heard, and what must be confirmed before it counts. Recognisers mishear,
 * and a closed one makes an expected phrase of whatever is said; so what was heard unsurely is
 * asked about again, and by keys:
 *
 * <ul>
 *   <li>Consent, who somebody is and when we call back count once they are keyed in, or surely
 *       heard, or heard a second time in answer to that question; of a closed recogniser no second
 *       time counts, since both may be the same mistake. That they are somebody else counts of it
 *       the third time.
 *   <li>That they have paid, dispute the debt, won't pay, or that the borrower has died is said
 *       back and asked for a yes ({@link SayBack}); said a second time it counts.
 *   <li>The proof of identity counts only keyed in or surely heard; unsurely heard it is no try
 *       either, right or wrong, so that nobody learns which it was.
 *   <li>A wish for no more contact is obeyed at once: nothing but that is spoken of any more, one
 *       question makes sure, and whatever is not plainly a no to it (silence, hanging up, words
 *       that nobody understands) leaves it standing. Erring that way costs nobody but the lender.
 *   <li>That they are the one who is asked for needs nothing here: the proof of it follows.
 *   <li>Sums and days need nothing here: whichever way they are named they are read back first, and
 *       the yes to that is consent.
 *   <li>A wish for a person, distress and hardship are heeded at once, however they were heard.
 * </ul>
 *
 * Pure.
 */
public final class Certainty {
  /** Begins the entry of what the conversation took that names what was heard unsurely last. */
  private static final String UNSURE = "unsure:";

  /** Under which it is counted how often the same was heard in a row. */
  private static final String ROUNDS = "unsure";

  /** So often a closed recogniser has to hear that somebody is a stranger. */
  private static final int STRANGER = 3;

  private Certainty() {}

  /** What a row decides that must be sure. */
  enum Decision {
    CONSENT,
    WHO,
    PROOF,
    CALL_BACK,
    STOP,
    PAID,
    DISPUTE,
    REFUSAL,
    DEATH;

    /** The condition by which a flow finds the question that makes sure. */
    Optional<Condition> condition() {
      return switch (this) {
        case CONSENT, PAID, DISPUTE, REFUSAL, DEATH -> Optional.empty();
        case WHO -> Optional.of(Condition.WOULD_DENY);
        case PROOF -> Optional.of(Condition.WOULD_PROVE);
        case CALL_BACK -> Optional.of(Condition.WOULD_CALL_BACK);
        case STOP -> Optional.of(Condition.WOULD_STOP);
      };
    }

    /** The question that says it back, where there is one. */
    Optional<Question> question() {
      return switch (this) {
        case PAID -> Optional.of(Question.PAID_HEARD);
        case DISPUTE -> Optional.of(Question.DISPUTE_HEARD);
        case REFUSAL -> Optional.of(Question.REFUSAL_HEARD);
        case DEATH -> Optional.of(Question.DEATH_HEARD);
        case CONSENT, WHO, PROOF, CALL_BACK, STOP -> Optional.empty();
      };
    }

    private String entry() {
      return UNSURE + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether what happened was heard too unsurely to decide anything by itself.
   *
   * @param sure from this confidence on it is sure
   */
  public static boolean unsure(ChannelEvent event, double sure) {
    return event instanceof SpeechHeard heard && (heard.closed() || heard.confidence() < sure);
  }

  /** What holds of how something came. */
  static Set<Condition> of(ChannelEvent event, DialogueState before, double sure) {
    Set<Condition> holds = EnumSet.noneOf(Condition.class);
    add(holds, Condition.BY_PHONE, before.channel() == Channel.CALL);
    add(holds, Condition.KEYS_OFFERED, before.keysOffered());
    add(holds, Condition.CLOSED, before.channel() == Channel.CALL && closed(event, before));
    add(holds, Condition.KEYED, event instanceof ChannelEvent.Keyed);
    add(holds, Condition.UNHEARD, event instanceof SpeechHeard heard && heard.unheard());
    add(holds, Condition.UNSURE, unsure(event, sure));
    return holds;
  }

  /** Whether nothing but expected phrases is heard: as the last of what was heard was. */
  static boolean closed(ChannelEvent event, DialogueState before) {
    return switch (event) {
      case ChannelEvent.Answered answered -> answered.closed();
      case SpeechHeard heard -> heard.closed();
      case ChannelEvent.TextReceived _,
          ChannelEvent.Keyed _,
          ChannelEvent.SpeechStarted _,
          ChannelEvent.SilencePassed _,
          ChannelEvent.HungUp _,
          ChannelEvent.DeliveryFailed _,
          ChannelEvent.MachineTook _,
          ChannelEvent.PaymentArrived _ ->
          before.closed();
    };
  }

  private static void add(Set<Condition> holds, Condition condition, boolean whether) {
    if (whether) {
      holds.add(condition);
    }
  }

  /** What {@code row} decides, if it decides anything. */
  static Optional<Decision> decision(Row row) {
    boolean someoneElse =
        row.marks().contains(Mark.WRONG_PERSON) || row.marks().contains(Mark.THIRD_PARTY);
    if (row.marks().contains(Mark.STOP)) {
      return Optional.of(Decision.STOP);
    }
    if (row.given().contains(Condition.ANSWER_RIGHT)
        || row.given().contains(Condition.ANSWER_WRONG)) {
      return Optional.of(Decision.PROOF);
    }
    if (someoneElse) {
      return Optional.of(Decision.WHO);
    }
    Optional<Decision> told = row.marks().stream().flatMap(mark -> told(mark).stream()).findFirst();
    if (told.isPresent()) {
      return told;
    }
    if (row.say().stream().anyMatch(MoveSpec.Settle.class::isInstance)) {
      return Optional.of(Decision.CONSENT);
    }
    return row.say().stream().anyMatch(MoveSpec.CallBack.class::isInstance)
        ? Optional.of(Decision.CALL_BACK)
        : Optional.empty();
  }

  private static Optional<Decision> told(Mark mark) {
    return switch (mark) {
      case DECEASED -> Optional.of(Decision.DEATH);
      case PAID_CLAIM -> Optional.of(Decision.PAID);
      case DISPUTE -> Optional.of(Decision.DISPUTE);
      case REFUSED -> Optional.of(Decision.REFUSAL);
      case HARDSHIP,
          VULNERABLE,
          DISTRESS,
          LEGAL_REPRESENTATION,
          COMPLAINT,
          STOP,
          FRAUD_CONCERN,
          WRONG_PERSON,
          THIRD_PARTY,
          VERIFIED ->
          Optional.empty();
    };
  }

  /**
   * Whether what was heard unsurely counts all the same.
   *
   * @param before how often the same was heard right before, and asked about
   * @param event as it was heard now
   */
  static boolean counts(Decision decision, int before, ChannelEvent event) {
    return before > 0 && before >= needed(decision, event);
  }

  /** How often it has to have been asked about before; more often than ever where it never does. */
  private static int needed(Decision decision, ChannelEvent event) {
    boolean closed = event instanceof SpeechHeard heard && heard.closed();
    return switch (decision) {
      case PROOF -> Integer.MAX_VALUE;
      case STOP, PAID, DISPUTE, REFUSAL, DEATH -> 1;
      case WHO -> closed ? STRANGER - 1 : 1;
      case CONSENT, CALL_BACK -> closed ? Integer.MAX_VALUE : 1;
    };
  }

  /** Whether it is of use to ask about it once more. */
  static boolean asksAgain(Decision decision, int before, ChannelEvent event) {
    return before == 0
        || (needed(decision, event) < Integer.MAX_VALUE && before < needed(decision, event));
  }

  /** How often what was heard unsurely last was heard in a row. */
  static int times(Set<String> taken) {
    return Rounds.of(taken, ROUNDS);
  }

  /** Takes out of {@code taken} what was heard unsurely last. */
  static Optional<Decision> last(Set<String> taken) {
    Optional<Decision> last = Optional.empty();
    for (Decision decision : Decision.values()) {
      if (taken.remove(decision.entry())) {
        last = Optional.of(decision);
      }
    }
    return last;
  }

  /**
   * Notes in {@code taken} that this is being asked about.
   *
   * @param again whether it was right before, too
   */
  static void note(Set<String> taken, Decision decision, boolean again) {
    if (!again) {
      Rounds.clear(taken, ROUNDS);
    }
    Rounds.add(taken, ROUNDS);
    taken.add(decision.entry());
  }
}
