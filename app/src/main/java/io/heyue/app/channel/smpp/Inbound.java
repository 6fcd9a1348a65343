package io.heyue.app.channel.smpp;

import io.heyue.app.channel.Arrivals;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
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
  private final Assembly assembly = new Assembly();

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
    Charset charset = charset(message.getDataCoding());
    if (!message.isUdhi()) {
      arrivals.text(from.get(), new String(bytes, charset), "smpp-" + UUID.randomUUID());
      return;
    }
    assembly
        .add(message.getSourceAddr(), bytes)
        .ifPresent(whole ->
            arrivals.text(from.get(), new String(whole, charset), "smpp-" + UUID.randomUUID()));
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

  private static Charset charset(byte coding) {
    return (coding & 0x0C) == Encoded.UCS2
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.ISO_8859_1;
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
