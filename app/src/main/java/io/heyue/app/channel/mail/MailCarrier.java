package io.heyue.app.channel.mail;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.core.base.Channel;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Letters by SMTP, one connection each. Thread-safe; blocks until the server answers. */
public final class MailCarrier implements Carrier {
  private final MailSettings settings;
  private final OptOut optOut;
  private final InstantSource clock;
  private final Session session;

  public MailCarrier(MailSettings settings, OptOut optOut, InstantSource clock) {
    this.settings = settings;
    this.optOut = optOut;
    this.clock = clock;
    this.session = Session.getInstance(properties(settings));
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Handed hand(Letter letter) {
    String id = "<" + letter.id() + "@" + domain() + ">";
    MimeMessage message;
    try {
      message = compose(letter, id);
    } catch (AddressException e) {
      return new Handed.Refused("an address that no mail can go to", true);
    } catch (MessagingException | UnsupportedEncodingException e) {
      return new Handed.Refused("a letter that can't be put into a mail", true);
    }
    SMTPTransport transport;
    try {
      transport = (SMTPTransport) session.getTransport();
      transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
    } catch (AuthenticationFailedException e) {
      return new Handed.Refused("the mail server did not accept our account", false);
    } catch (MessagingException e) {
      return new Handed.Refused("no connection to the mail server", false);
    }
    Handed handed = send(transport, message, id);
    hangUp(transport);
    return handed;
  }

  private static Handed send(SMTPTransport transport, MimeMessage message, String id) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Handed.Accepted(id);
    } catch (SendFailedException e) {
      return refused(code(e));
    } catch (MessagingException e) {
      return new Handed.Unsure("the connection to the mail server broke");
    }
  }

  private static Handed refused(int code) {
    return code >= 400 && code < 600
        ? new Handed.Refused("the mail server answered " + code, code >= 500)
        : new Handed.Unsure("the mail server answered " + code);
  }

  /**
   * The first answer of 400 or more in a chain of failures; an address' own answer comes deeper.
   */
  private static int code(MessagingException failure) {
    int code = -1;
    for (Exception at = failure; at != null; at = next(at)) {
      if (at instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (at instanceof SMTPSendFailedException send && send.getReturnCode() >= 400) {
        code = send.getReturnCode();
      }
    }
    return code;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static void hangUp(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // What was sent is sent; a farewell that fails changes nothing.
      return;
    }
  }

  private MimeMessage compose(Letter letter, String id)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new Numbered(session, id);
    message.setFrom(
        new InternetAddress(settings.from(), settings.senderName(), StandardCharsets.UTF_8.name()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().reveal(), true));
    message.setSubject(
        Objects.requireNonNull(settings.subjects().get(letter.lang())),
        StandardCharsets.UTF_8.name());
    message.setText(letter.words(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", letter.lang().code());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("List-Unsubscribe", "<" + optOut.link(letter.permit()) + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return message;
  }

  private String domain() {
    return settings.from().substring(settings.from().indexOf('@') + 1);
  }

  private static Properties properties(MailSettings settings) {
    String longest = String.valueOf(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.connectiontimeout", longest);
    properties.put("mail.smtp.timeout", longest);
    properties.put("mail.smtp.writetimeout", longest);
    properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }

  /** A mail that keeps the Message-ID which we gave it. */
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
