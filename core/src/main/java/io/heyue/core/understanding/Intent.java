package io.heyue.core.understanding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an utterance does. The one taxonomy of flows, tables, models and reports. */
public enum Intent {
  // Who is speaking
  CONFIRM_IDENTITY,
  DENY_IDENTITY,
  THIRD_PARTY_RELATED,
  THIRD_PARTY_UNKNOWN,
  DEBTOR_DECEASED,
  DEBTOR_UNREACHABLE,
  NOT_RESPONSIBLE,
  // Paying
  AGREE_TO_PAY,
  PROMISE_WITH_DATE,
  ALREADY_PAID,
  CANNOT_PAY,
  REFUSE_TO_PAY,
  REQUEST_EXTENSION,
  REQUEST_INSTALMENT,
  REQUEST_REDUCTION,
  OFFER_PARTIAL,
  AUTO_DEBIT_EXPECTED,
  // Asking
  ASK_AMOUNT,
  ASK_STATEMENT,
  ASK_DUE_DATE,
  ASK_MINIMUM,
  ASK_INTEREST_FEES,
  ASK_HOW_TO_PAY,
  ASK_CONSEQUENCE,
  ASK_WHICH_ACCOUNT,
  ASK_CALLER_IDENTITY,
  ASK_PURPOSE,
  ASK_NUMBER_SOURCE,
  ASK_IF_ROBOT,
  ASK_CONTACT_CHANNEL,
  ASK_OVERDUE_STATUS,
  ASK_SEND_TEXT,
  // Talking
  ACKNOWLEDGE,
  AFFIRM,
  DENY,
  REPEAT_REQUEST,
  HURRY_UP,
  INTERRUPT_WAIT,
  BUSY_NOW,
  CALL_BACK_LATER,
  REQUEST_HUMAN,
  GREETING,
  FAREWELL,
  UNCLEAR,
  // Rights and risk
  DISPUTE_DEBT,
  COMPLAIN,
  STOP_CONTACT,
  ABUSIVE,
  SUSPECT_FRAUD,
  VULNERABILITY,
  DISTRESS,
  LEGAL_REPRESENTATION,
  ACCOUNT_BLOCKED,
  NO_NOTICE_RECEIVED,
  ALREADY_WITH_SERVICE;

  private static final Map<String, Intent> BY_ID =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Intent::id, Function.identity()));

  /** The word by which data files, tables and reports name it, such as {@code agree_to_pay}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Intent> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
