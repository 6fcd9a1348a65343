package io.heyue.app.channel.smpp;

import io.heyue.app.channel.Arrivals;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an SMS centre delivers: receipts for our messages, and messages from people. If one can't be
 * taken in now, the centre is told so and delivers it again.
 */
final class Inbound implements MessageReceiverListener {
  private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);

  private final SmppSettings settings;
  private final Arrivals arrivals;

  Inbound(SmppSettings settings, Arrivals arrivals) {
    this.settings = settings;
    this.arrivals = arrivals;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
    try {
      if (message.isSmscDeliveryReceipt()) {
        receipt(message);
      } else if (!message.isIntermediateDeliveryNotification()) {
        text(message);
      }
    } catch (RuntimeException e) {
      LOG.error("A delivery of the SMS centre could not be taken in: {}", e.getClass().getName());
      throw new ProcessRequestException(
          "could not be taken in now", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    }
  }

  private void receipt(DeliverSm message) {
    Receipt.find(message)
        .ifPresent(receipt ->
            arrivals.receipt(
                Channel.SMS, receipt.submitted(settings.receiptIds()), receipt.delivered()));
  }

  private void text(DeliverSm message) {
    Optional<PhoneNumber> from = sender(message);
    if (from.isEmpty()) {
      LOG.info("A text message from something that is no phone number was left aside.");
      return;
    }
    byte[] bytes = bytes(message);
    Alphabet alphabet = Alphabet.of(message.getDataCoding(), settings.defaultAlphabet().alphabet());
    Header header = message.isUdhi() ? Header.read(bytes) : Header.none(bytes);
    Identity identity = Identity.of(message, bytes);
    if (header.piece().isPresent()) {
      arrivals.part(
          from.get(), header.piece().get(), alphabet::read, identity.id(), identity.within());
    } else {
      arrivals.text(from.get(), header.words(alphabet), identity.id(), identity.within());
    }
  }

  private static Optional<PhoneNumber> sender(DeliverSm message) {
    String address = message.getSourceAddr();
    boolean international = message.getSourceAddrTon() == TypeOfNumber.INTERNATIONAL.value();
    return PhoneNumber.find(international && !address.startsWith("+") ? "+" + address : address);
  }

  private static byte[] bytes(DeliverSm message) {
    OptionalParameter.Message_payload payload =
        message.getOptionalParameter(OptionalParameter.Message_payload.class);
    byte[] bytes = message.getShortMessage();
    return bytes.length == 0 && payload != null ? payload.getValue() : bytes;
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification notification) {
    // Says that a phone is reachable again; nothing waits for that.
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source)
      throws ProcessRequestException {
    throw new ProcessRequestException("data_sm is not used", SMPPConstant.STAT_ESME_RINVCMDID);
  }
}
