package io.heyue.core.dialogue;

import java.util.Locale;
import java.util.Optional;

/** What a row of a flow may ask of the moment. */
public enum Condition {
  /** The person has proved who they are. */
  VERIFIED,
  /** The words hold the right answer to the verification. */
  ANSWER_RIGHT,
  /** What is on the table was named again, and nothing else. */
  NAMED_AGAIN,
  /** Fear or grief can be heard. */
  FELT,
  /** The words hold the borrower's name. */
  NAMES_SELF,
  /** The words hold an answer, and it is wrong. */
  ANSWER_WRONG,
  /** There is another try at the verification. */
  TRIES_LEFT,
  /** A day was named, now or before. */
  HAS_DATE,
  /** A day was named just now. */
  FRESH_DATE,
  /** A sum was named just now. */
  FRESH_AMOUNT,
  /** A day for the rest of a partial payment was named just now. */
  FRESH_REST,
  /** A time to come back was named just now. */
  FRESH_TIME,
  /** A part of a sum that the books don't hold was named just now, such as the minimum. */
  FIGURE_UNKNOWN,
  /** A sum that could be managed each month was named just now. */
  FRESH_ABILITY,
  /** A number of instalments was named just now. */
  FRESH_COUNT,
  /** Money that will come was named as the day. */
  PAY_EVENT,
  /** A stretch of time was named, too long for a promise. */
  VAGUE_DATE,
  /** Terms are on the table. */
  PROPOSED,
  /** The terms on the table are a part, and the rest was not spoken of yet. */
  PART_PROPOSED,
  /** The terms on the table are the rest of a partial payment. */
  REST_PROPOSED,
  /** Something was agreed. */
  AGREED,
  /** A payment that covers what was overdue is in the books. */
  PAYMENT_FOUND,
  /** The same was said before in this conversation. */
  AGAIN,
  /** The limitation period has passed. */
  TIME_BARRED,
  /** The person was silent before, too. */
  SILENT_AGAIN,
  /** The words before were not understood either. */
  MISUNDERSTOOD_BEFORE,
  /** Nor were those before them. */
  MISUNDERSTOOD_TWICE,
  /** Something was said before the verification that is still unanswered. */
  DEFERRED,
  /** The routing table sends this to the negotiation team. */
  TO_NEGOTIATION,
  /** The routing table sends this to a supervisor. */
  TO_SUPERVISOR,
  /** The routing table sends this to customer service. */
  TO_SERVICE,
  /** There is still something to offer beside what is on the table. */
  OFFERS_LEFT,
  /** The person is angry. */
  ANGRY,
  /** The person feels more strongly than before, what was just said among it. */
  RISING,
  /** The terms on the table are ours. */
  OFFERED,
  /** The terms on the table are theirs, read back. */
  READ_BACK,
  /** We have just asked what they could manage a month. */
  ABILITY_ASKED,
  /** Nothing is overdue. */
  NOTHING_DUE,
  /** What was agreed on in an earlier conversation still stands. */
  PROMISED,
  /** The person has said when they paid. */
  PAID_DAY,
  /** We have just said what is owed. */
  ACCOUNT_TOLD,
  /** The question that this row asks was asked before. */
  ASKED_BEFORE,
  /** A statement of account was promised and not given yet. */
  STATEMENT_DUE,
  /** We talk by telephone. */
  BY_PHONE,
  /** They pressed keys. */
  KEYED,
  /** They spoke, and nothing was understood, not even wrongly. */
  UNHEARD,
  /** What they said was heard unsurely. */
  UNSURE,
  /** Keys were offered for the question that is open. */
  KEYS_OFFERED,
  /** Nothing but expected phrases is heard on this call. */
  CLOSED,
  /** A time to come back at is on the table. */
  CALLBACK_PROPOSED,
  /** What was heard unsurely would end all contact. */
  WOULD_STOP,
  /** What was heard unsurely would be taken for an answer to the verification. */
  WOULD_PROVE,
  /** What was heard unsurely would mean that they are somebody else. */
  WOULD_DENY,
  /** What was heard unsurely would settle when we call back. */
  WOULD_CALL_BACK;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Condition> find(String id) {
    for (Condition value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
