package io.heyue.app.channel.smpp;

import io.heyue.core.base.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an SMS centre is reached.
 *
 * @param sender the number or name that messages come from
 * @param longMessages how a message that does not fit one is sent
 * @param receiptIds how the centre writes a message's id in receipts
 * @param defaultAlphabet what the centre means by its default alphabet in messages from people
 * @param enquireEvery after so long without traffic the link is tested
 * @param answerWithin so long an answer is waited for; later the message's fate is unknown
 * @param firstRetry wait before the link is opened anew; doubled at each failure up to {@code
 *     lastRetry}
 */
public record SmppSettings(
    String host,
    @DefaultValue("2775") int port,
    String systemId,
    String password,
    @DefaultValue("") String systemType,
    String sender,
    @DefaultValue("HEADERS") LongMessages longMessages,
    @DefaultValue("SAME") ReceiptIds receiptIds,
    @DefaultValue("GSM") DefaultAlphabet defaultAlphabet,
    @DefaultValue("30s") Duration enquireEvery,
    @DefaultValue("10s") Duration answerWithin,
    @DefaultValue("1s") Duration firstRetry,
    @DefaultValue("1m") Duration lastRetry) {
  public SmppSettings {
    Check.filled("smpp.host", host);
    Check.that(port > 0 && port < 65_536, "smpp.port", port, "from 1 to 65535");
    Check.filled("smpp.system-id", systemId);
    Check.filled("smpp.password", password);
    Check.filled("smpp.sender", sender);
    Check.that(
        systemId.length() <= 15, "length of smpp.system-id", systemId.length(), "at most 15");
    Check.that(password.length() <= 8, "length of smpp.password", password.length(), "at most 8");
  }

  /** The usual values for everything but the address and the account. */
  public static SmppSettings of(
      String host, int port, String systemId, String password, String sender) {
    return new SmppSettings(
        host,
        port,
        systemId,
        password,
        "",
        sender,
        LongMessages.HEADERS,
        ReceiptIds.SAME,
        DefaultAlphabet.GSM,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }

  /** The same with what is not null put in its place. */
  public SmppSettings with(
      @Nullable LongMessages messages, @Nullable ReceiptIds ids, @Nullable Duration answer) {
    return new SmppSettings(
        host,
        port,
        systemId,
        password,
        systemType,
        sender,
        messages == null ? longMessages : messages,
        ids == null ? receiptIds : ids,
        defaultAlphabet,
        enquireEvery,
        answer == null ? answerWithin : answer,
        firstRetry,
        lastRetry);
  }

  /** Names the account and hides its password. */
  @Override
  public String toString() {
    return "SmppSettings[" + systemId + "@" + host + ":" + port + "]";
  }

  /** How a message that does not fit one is sent. */
  public enum LongMessages {
    /** In parts, each with a header that says which part it is (3GPP TS 23.040, 9.2.3.24.1). */
    HEADERS,
    /** Whole, in the optional parameter message_payload. */
    PAYLOAD
  }

  /** How the centre writes a message's id in receipts. */
  public enum ReceiptIds {
    /** As in its answer to the message. */
    SAME,
    /** In decimal digits what its answer gave in hexadecimal ones. */
    DECIMAL_OF_HEX,
    /** In hexadecimal digits what its answer gave in decimal ones. */
    HEX_OF_DECIMAL
  }

  /** What a centre's default alphabet is. */
  public enum DefaultAlphabet {
    /** That of GSM (3GPP TS 23.038), one character a byte. */
    GSM(Alphabet.GSM),
    /** ISO 8859-1. */
    LATIN1(Alphabet.LATIN1);

    private final Alphabet alphabet;

    DefaultAlphabet(Alphabet alphabet) {
      this.alphabet = alphabet;
    }

    Alphabet alphabet() {
      return alphabet;
    }
  }
}
