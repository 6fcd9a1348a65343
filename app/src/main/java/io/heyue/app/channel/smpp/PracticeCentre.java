package io.heyue.app.channel.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMS centre (SMPP 3.4) for who has none: it takes messages on this machine and shows them to
 * {@code shown}, says that each was delivered, and carries answers. Nothing leaves the machine.
 * Thread-safe; answers go by the latest link that is open.
 */
public final class PracticeCentre implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PracticeCentre.class);
  private static final byte RECEIPT = 0x04;
  private static final int BIND_WITHIN_MILLIS = 10_000;

  private final String password;
  private final BiConsumer<String, String> shown;
  private final ServerSocket socket;
  private final Assembly assembly = new Assembly();
  private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<SMPPServerSession> links = new ConcurrentLinkedDeque<>();

  /**
   * Opens it.
   *
   * @param port on loopback; 0 for any that is free
   * @param password that the other side must show
   * @param shown gets the number, in international form, and the words of each whole message
   */
  public PracticeCentre(int port, String password, BiConsumer<String, String> shown)
      throws IOException {
    this.password = password;
    this.shown = shown;
    this.socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("practice-centre").start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  private Optional<SMPPServerSession> latest() {
    links.removeIf(session -> !session.getSessionState().isBound());
    return Optional.ofNullable(links.peekFirst());
  }

  /**
   * Delivers an answer from a phone.
   *
   * @param from its number in international form
   * @return false if nobody is bound, or it was not taken
   */
  public boolean answer(String from, String words) {
    return deliver(from, (byte) 0, Encoded.UCS2, words.getBytes(StandardCharsets.UTF_16BE));
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        welcome(new SocketConnection(socket.accept()));
      } catch (IOException e) {
        LOG.debug("A connection to the practice centre was not made.");
      }
    }
  }

  private void welcome(Connection connection) throws IOException {
    SMPPServerSession session =
        new SMPPServerSession(connection, null, new Submissions(this::take), null, 1, 100);
    try {
      BindRequest bind = session.waitForBind(BIND_WITHIN_MILLIS);
      if (password.equals(bind.getPassword())) {
        bind.accept("practice");
        links.addFirst(session);
      } else {
        bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
        session.close();
      }
    } catch (TimeoutException | PDUException | IllegalStateException e) {
      session.close();
    }
  }

  private void take(SubmitSm message, String id) {
    String to = "+" + message.getDestAddress();
    OptionalParameter.Message_payload payload =
        message.getOptionalParameter(OptionalParameter.Message_payload.class);
    byte[] bytes =
        message.getShortMessage().length == 0 && payload != null
            ? payload.getValue()
            : message.getShortMessage();
    Optional<byte[]> whole = message.isUdhi() ? assembly.add(to, bytes) : Optional.of(bytes);
    whole.ifPresent(all ->
        shown.accept(
            to,
            new String(
                all,
                message.getDataCoding() == Encoded.UCS2
                    ? StandardCharsets.UTF_16BE
                    : StandardCharsets.US_ASCII)));
    if (message.getRegisteredDelivery() != 0) {
      deliveries.execute(() -> deliver(to, RECEIPT, Encoded.DEFAULT, receipt(id)));
    }
  }

  /** SMPP 3.4, appendix B. */
  private static byte[] receipt(String id) {
    return ("id:" + id + " sub:001 dlvrd:001 stat:DELIVRD err:000 text:")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private boolean deliver(String from, byte kind, byte coding, byte[] words) {
    Optional<SMPPServerSession> session = latest();
    if (session.isEmpty()) {
      return false;
    }
    try {
      session
          .get()
          .deliverShortMessage(
              "",
              TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              from.substring(1),
              TypeOfNumber.NETWORK_SPECIFIC,
              NumberingPlanIndicator.ISDN,
              "10690000",
              new ESMClass(kind),
              (byte) 0,
              (byte) 0,
              new RegisteredDelivery(0),
              DataCodings.newInstance(coding),
              words);
      return true;
    } catch (PDUException
        | ResponseTimeoutException
        | InvalidResponseException
        | NegativeResponseException
        | IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    links.forEach(SMPPServerSession::unbindAndClose);
    deliveries.shutdownNow();
  }
}
