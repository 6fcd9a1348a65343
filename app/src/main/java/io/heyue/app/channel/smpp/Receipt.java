package io.heyue.app.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * A final delivery receipt: the form of SMPP 3.4, appendix B, or the optional parameters of 5.3.2.
 *
 * @param id as the centre wrote it
 */
record Receipt(String id, boolean delivered) {
  private static final Pattern ID = Pattern.compile("\\bid:(\\S+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATE = Pattern.compile("\\bstat:(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> FAILED = Set.of("EXPIRED", "DELETED", "UNDELIV", "REJECTD");

  /** message_state: 2 delivered; 3 expired, 4 deleted, 5 undeliverable, 8 rejected. */
  private static final Set<Integer> FAILED_STATES = Set.of(3, 4, 5, 8);

  /** The receipt in {@code message}; empty where it tells of no end. */
  static Optional<Receipt> find(DeliverSm message) {
    OptionalParameter.Receipted_message_id id =
        message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    OptionalParameter.Message_state state =
        message.getOptionalParameter(OptionalParameter.Message_state.class);
    if (id != null && state != null) {
      int value = state.getValue();
      return value == 2 || FAILED_STATES.contains(value)
          ? Optional.of(new Receipt(id.getValueAsString(), value == 2))
          : Optional.empty();
    }
    return read(new String(message.getShortMessage(), StandardCharsets.ISO_8859_1));
  }

  static Optional<Receipt> read(String text) {
    Matcher id = ID.matcher(text);
    Matcher state = STATE.matcher(text);
    if (!id.find() || !state.find()) {
      return Optional.empty();
    }
    String word = state.group(1).toUpperCase(java.util.Locale.ROOT);
    boolean delivered = word.equals("DELIVRD");
    return delivered || FAILED.contains(word)
        ? Optional.of(new Receipt(id.group(1), delivered))
        : Optional.empty();
  }

  /** The id by which the centre answered when the message was submitted. */
  String submitted(SmppSettings.ReceiptIds form) {
    return MessageIds.answered(id, form);
  }
}
