package io.heyue.app.channel.smpp;

import io.heyue.app.channel.Arrivals;
import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.core.base.Channel;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * Text messages through an SMS centre. Thread-safe; handing over blocks until the centre answers.
 *
 * <p>The reference of a message is the centre's id of its last part, the one for which a receipt is
 * asked. If a later part fails, the person already has a piece: the message is unsure.
 */
public final class SmppCarrier implements Carrier, AutoCloseable {
  /** Answers after which the same message may be taken at another time. */
  private static final Set<Integer> LATER =
      Set.of(
          SMPPConstant.STAT_ESME_RTHROTTLED,
          SMPPConstant.STAT_ESME_RMSGQFUL,
          SMPPConstant.STAT_ESME_RSYSERR,
          SMPPConstant.STAT_ESME_RX_T_APPN);

  private final SmppSettings settings;
  private final Link link;
  private final AtomicInteger reference = new AtomicInteger();

  public SmppCarrier(SmppSettings settings, Arrivals arrivals) {
    this.settings = settings;
    this.link = new Link(settings, new Inbound(settings, arrivals));
  }

  /** Begins to open the link; returns at once. */
  public void start() {
    link.start();
  }

  /** Waits until the link is open, at most so long; says whether it is. */
  public boolean ready(Duration longest) throws InterruptedException {
    return link.await(longest).isPresent();
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Handed hand(Letter letter) {
    Encoded text = Encoded.of(letter.words());
    if (text.tooLong()) {
      return new Handed.Refused("message of " + text.parts().size() + " parts", true);
    }
    Optional<SMPPSession> session = link.session();
    if (session.isEmpty()) {
      return new Handed.Refused("no link to the SMS centre", false);
    }
    Envelope envelope = new Envelope(letter, text.coding());
    return switch (settings.longMessages()) {
      case HEADERS -> inParts(session.get(), envelope, text);
      case PAYLOAD -> whole(session.get(), envelope, text);
    };
  }

  /**
   * What all parts of a message have in common.
   *
   * @param validUntil from then on the centre must not deliver it, so that a telephone that was off
   *     does not ring at night; absolute (SMPP 3.4, 7.1.1)
   */
  private record Envelope(String to, byte coding, String validUntil) {
    private static final DateTimeFormatter ABSOLUTE =
        DateTimeFormatter.ofPattern("yyMMddHHmmss'000+'").withZone(ZoneOffset.UTC);

    Envelope(Letter letter, byte coding) {
      this(letter.to().reveal().substring(1), coding, ABSOLUTE.format(letter.expiresAt()));
    }
  }

  private Handed whole(SMPPSession session, Envelope envelope, Encoded text) {
    if (text.parts().size() == 1) {
      return submit(session, envelope, text.whole(), false, true);
    }
    return submit(
        session,
        envelope,
        new byte[0],
        false,
        true,
        new OptionalParameter.Message_payload(text.whole()));
  }

  private Handed inParts(SMPPSession session, Envelope envelope, Encoded text) {
    int count = text.parts().size();
    if (count == 1) {
      return submit(session, envelope, text.whole(), false, true);
    }
    byte group = (byte) reference.incrementAndGet();
    Handed handed = new Handed.Refused("nothing was sent", false);
    for (int i = 0; i < count; i++) {
      handed = submit(session, envelope, text.withHeader(i, group), true, i == count - 1);
      if (handed instanceof Handed.Refused refused && i > 0) {
        return new Handed.Unsure("part " + (i + 1) + " of " + count + ": " + refused.reason());
      }
      if (!(handed instanceof Handed.Accepted)) {
        return handed;
      }
    }
    return handed;
  }

  private Handed submit(
      SMPPSession session,
      Envelope envelope,
      byte[] bytes,
      boolean header,
      boolean receipt,
      OptionalParameter... more) {
    try {
      String id =
          session
              .submitShortMessage(
                  "",
                  senderType(),
                  NumberingPlanIndicator.ISDN,
                  settings.sender(),
                  TypeOfNumber.INTERNATIONAL,
                  NumberingPlanIndicator.ISDN,
                  envelope.to(),
                  new ESMClass(
                      MessageMode.DEFAULT,
                      MessageType.DEFAULT,
                      header ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT),
                  (byte) 0,
                  (byte) 0,
                  null,
                  envelope.validUntil(),
                  new RegisteredDelivery(
                      receipt ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
                  (byte) 0,
                  DataCodings.newInstance(envelope.coding()),
                  (byte) 0,
                  bytes,
                  more)
              .getMessageId();
      return new Handed.Accepted(MessageIds.normal(id));
    } catch (NegativeResponseException e) {
      return new Handed.Refused(
          "the SMS centre answered 0x%08X".formatted(e.getCommandStatus()),
          !LATER.contains(e.getCommandStatus()));
    } catch (PDUException e) {
      return new Handed.Refused("the message does not fit the protocol", true);
    } catch (ResponseTimeoutException e) {
      return new Handed.Unsure("no answer within " + settings.answerWithin());
    } catch (InvalidResponseException e) {
      return new Handed.Unsure("an answer that can't be read");
    } catch (IOException e) {
      return new Handed.Unsure("the link broke");
    }
  }

  private TypeOfNumber senderType() {
    String sender = settings.sender();
    if (!sender.chars().allMatch(Character::isDigit)) {
      return TypeOfNumber.ALPHANUMERIC;
    }
    return sender.length() > 8 ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.NETWORK_SPECIFIC;
  }

  @Override
  public void close() {
    link.close();
  }
}
