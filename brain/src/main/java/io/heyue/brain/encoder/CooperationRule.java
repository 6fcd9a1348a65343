package io.heyue.brain.encoder;

import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;

/** How far somebody goes along, from what they do and how they feel. */
final class CooperationRule {
  /** Anger from here on takes one step away. */
  private static final double HEATED = 0.6;

  private CooperationRule() {}

  static Cooperation of(Intent intent, Emotion emotion) {
    boolean heated = emotion.label() == Feeling.ANGRY && emotion.intensity() >= HEATED;
    Cooperation plain = of(intent);
    return heated ? lower(plain) : plain;
  }

  private static Cooperation lower(Cooperation cooperation) {
    return switch (cooperation) {
      case HIGH -> Cooperation.MID;
      case MID, LOW -> Cooperation.LOW;
    };
  }

  private static Cooperation of(Intent intent) {
    return switch (intent) {
      case CONFIRM_IDENTITY,
          AGREE_TO_PAY,
          PROMISE_WITH_DATE,
          ALREADY_PAID,
          OFFER_PARTIAL,
          REQUEST_INSTALMENT,
          AUTO_DEBIT_EXPECTED,
          ASK_AMOUNT,
          ASK_DUE_DATE,
          ASK_MINIMUM,
          ASK_HOW_TO_PAY,
          AFFIRM ->
          Cooperation.HIGH;
      case REFUSE_TO_PAY,
          HURRY_UP,
          COMPLAIN,
          STOP_CONTACT,
          ABUSIVE,
          SUSPECT_FRAUD,
          LEGAL_REPRESENTATION ->
          Cooperation.LOW;
      case DENY_IDENTITY,
          THIRD_PARTY_RELATED,
          THIRD_PARTY_UNKNOWN,
          DEBTOR_DECEASED,
          DEBTOR_UNREACHABLE,
          NOT_RESPONSIBLE,
          CANNOT_PAY,
          REQUEST_EXTENSION,
          REQUEST_REDUCTION,
          ASK_STATEMENT,
          ASK_INTEREST_FEES,
          ASK_CONSEQUENCE,
          ASK_WHICH_ACCOUNT,
          ASK_CALLER_IDENTITY,
          ASK_PURPOSE,
          ASK_NUMBER_SOURCE,
          ASK_IF_ROBOT,
          ASK_CONTACT_CHANNEL,
          ASK_OVERDUE_STATUS,
          ASK_SEND_TEXT,
          ACKNOWLEDGE,
          DENY,
          REPEAT_REQUEST,
          INTERRUPT_WAIT,
          BUSY_NOW,
          CALL_BACK_LATER,
          REQUEST_HUMAN,
          GREETING,
          FAREWELL,
          UNCLEAR,
          DISPUTE_DEBT,
          VULNERABILITY,
          DISTRESS,
          ACCOUNT_BLOCKED,
          NO_NOTICE_RECEIVED,
          ALREADY_WITH_SERVICE ->
          Cooperation.MID;
    };
  }
}
