package io.heyue.app.channel.smpp;

import java.math.BigInteger;
import java.util.Locale;

/** Ids of messages, written in one way: centres write one id differently in answer and receipt. */
final class MessageIds {
  private MessageIds() {}

  /** Without spaces and leading zeros, in lower case. */
  static String normal(String id) {
    String bare = id.strip().toLowerCase(Locale.ROOT);
    return bare.matches("0+[0-9a-f]+") ? bare.replaceFirst("^0+(?=.)", "") : bare;
  }

  /** The id of an answer, from what a receipt calls it. */
  static String answered(String receipt, SmppSettings.ReceiptIds form) {
    String bare = normal(receipt);
    return switch (form) {
      case SAME -> bare;
      case DECIMAL_OF_HEX -> bare.matches("\\d{1,40}") ? new BigInteger(bare).toString(16) : bare;
      case HEX_OF_DECIMAL ->
          bare.matches("[0-9a-f]{1,40}") ? new BigInteger(bare, 16).toString() : bare;
    };
  }
}
