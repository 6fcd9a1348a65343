package io.heyue.app.channel.smpp;

import io.heyue.app.channel.Arrivals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * By what a message from a person is known again when the centre delivers it twice: a digest of
 * sender, bytes, and whatever the centre says of it, such as an id or a time. Where it says
 * nothing, the same words may be a second answer; then only what comes again at once is the same
 * message.
 *
 * @param within so long after the first one it is the same
 */
record Identity(String id, Duration within) {
  /** A broken link is bound anew and the message delivered again in less. */
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  static Identity of(DeliverSm message, byte[] bytes) {
    String told = told(message);
    MessageDigest digest = sha256();
    digest.update(message.getSourceAddr().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(
        Objects.requireNonNullElse(message.getDestAddress(), "").getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(told.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(message.getDataCoding());
    digest.update(bytes);
    return new Identity(
        "smpp-" + HexFormat.of().formatHex(digest.digest()),
        told.isEmpty() ? AT_ONCE : Arrivals.UNIQUE);
  }

  /** What the centre says of this one message. */
  private static String told(DeliverSm message) {
    OptionalParameter.Receipted_message_id id =
        message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    OptionalParameter.User_message_reference reference =
        message.getOptionalParameter(OptionalParameter.User_message_reference.class);
    String time = message.getScheduleDeliveryTime();
    return text(id == null ? null : id.getValueAsString())
        + text(reference == null ? null : Short.toString(reference.getValue()))
        + text(time);
  }

  private static String text(@Nullable String part) {
    return part == null || part.isEmpty() ? "" : part + "/";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
    }
  }
}
