package io.heyue.app.channel.mail;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param user account at the server; null where it asks for none
 * @param from address that mail comes from
 * @param senderName name beside it
 * @param subjects the subject in each language; it must not say that there is a debt
 * @param timeout so long each step may take
 */
public record MailSettings(
    String host,
    @DefaultValue("587") int port,
    @DefaultValue("STARTTLS") Security security,
    @Nullable String user,
    @Nullable String password,
    String from,
    String senderName,
    @DefaultValue Map<Lang, String> subjects,
    @DefaultValue("10s") Duration timeout) {
  public MailSettings {
    Check.filled("mail.from", from);
    Check.filled("mail.sender-name", senderName);
    subjects = subjects.isEmpty() ? neutral(senderName) : Map.copyOf(subjects);
    Check.filled("mail.host", host);
    Check.that(from.contains("@"), "mail.from", from, "an e-mail address");
    Check.that(
        subjects.size() == Lang.values().length,
        "mail.subjects",
        subjects.keySet(),
        "given for each language");
  }

  private static Map<Lang, String> neutral(String sender) {
    return Map.of(Lang.ZH, sender + "给您的消息", Lang.EN, "A message from " + sender);
  }

  /** Names the server and hides the password. */
  @Override
  public String toString() {
    return "MailSettings[" + from + " by " + host + ":" + port + "]";
  }

  /** How the way to the server is kept private. */
  public enum Security {
    /** Not at all: only for a server on this machine. */
    NONE,
    /** STARTTLS, or nothing is sent. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
  }
}
