package io.heyue.app.channel.mail;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves.
 *
 * @param user account at the server; null where it asks for none
 * @param from address that mail comes from
 * @param senderName name beside it
 * @param subjects the subject in each language; it must not say that there is a debt
 * @param unsubscribe address of the page that takes unsubscribe links; a token is appended
 * @param timeout so long each step may take
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    String from,
    String senderName,
    Map<Lang, String> subjects,
    URI unsubscribe,
    Duration timeout) {
  public MailSettings {
    subjects = Map.copyOf(subjects);
    Check.filled("mail.host", host);
    Check.that(from.contains("@"), "mail.from", from, "an e-mail address");
    Check.that(
        subjects.size() == Lang.values().length,
        "mail.subjects",
        subjects.keySet(),
        "given for each language");
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
