package io.heyue.app.channel.smpp;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppProcessingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An SMS centre on loopback, made of another library than the one under test. */
public final class SmsCentre implements AutoCloseable {
  public static final String PASSWORD = "secret";

  private final int port;
  private final DefaultSmppServer server;
  private final BlockingQueue<SubmitSm> submitted = new LinkedBlockingQueue<>();
  private final List<Submitted> all = new CopyOnWriteArrayList<>();
  private final BlockingQueue<SmppServerSession> sessions = new LinkedBlockingQueue<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger bound = new AtomicInteger();
  private volatile Manner manner = Manner.TAKES;
  private volatile @Nullable SmppServerSession current;

  /** What the centre does with the next messages. */
  public enum Manner {
    TAKES,
    THROTTLES,
    REFUSES_ADDRESS,
    HANGS_UP,
    STAYS_SILENT
  }

  /**
   * A part of a message that was given to us.
   *
   * @param session by which it came, the first one is 1
   */
  public record Submitted(int session, SubmitSm part) {}

  private SmsCentre(int port) throws SmppChannelException {
    this.port = port;
    SmppServerConfiguration configuration = new SmppServerConfiguration();
    configuration.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    configuration.setPort(port);
    configuration.setSystemId("centre");
    configuration.setDefaultRequestExpiryTimeout(10_000);
    server = new DefaultSmppServer(configuration, new Reception());
    server.start();
  }

  public static SmsCentre open() throws IOException, SmppChannelException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    return new SmsCentre(port);
  }

  static SmsCentre openAt(int port) throws SmppChannelException {
    return new SmsCentre(port);
  }

  public int port() {
    return port;
  }

  public void behave(Manner next) {
    manner = next;
  }

  /** Everything that we were ever given, in order. */
  public List<Submitted> all() {
    return List.copyOf(all);
  }

  /** The next message that we were given; waits for it. */
  public SubmitSm next() throws InterruptedException {
    return Objects.requireNonNull(submitted.poll(10, TimeUnit.SECONDS), "no message came");
  }

  /** The words of a message in one part. */
  static String words(SubmitSm message) {
    return new String(
        message.getShortMessage(),
        message.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
  }

  /** The words of the next message, put together from its parts; waits for it. */
  public String nextWords() throws InterruptedException {
    SortedMap<Integer, String> words = new TreeMap<>();
    int parts;
    do {
      SubmitSm part = next();
      byte[] bytes = part.getShortMessage();
      boolean header = (part.getEsmClass() & SmppConstants.ESM_CLASS_UDHI_MASK) != 0;
      parts = header ? bytes[4] : 1;
      words.put(
          header ? (int) bytes[5] : 1,
          new String(
              header ? java.util.Arrays.copyOfRange(bytes, 6, bytes.length) : bytes,
              part.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII));
      // Parts are answered by several threads, and may come in any order.
    } while (words.size() < parts);
    return String.join("", words.values());
  }

  /** Waits until somebody is bound. */
  SmppServerSession bound() throws InterruptedException {
    return Objects.requireNonNull(sessions.poll(10, TimeUnit.SECONDS), "nobody bound");
  }

  /** Delivers a receipt; says how it was answered. */
  public int receipt(String id, String state) throws Exception {
    DeliverSm message = new DeliverSm();
    message.setEsmClass(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT);
    message.setSourceAddress(new Address((byte) 1, (byte) 1, "8610000000007"));
    message.setDestAddress(new Address((byte) 0, (byte) 1, "10690000"));
    message.setShortMessage(
        ("id:"
                + id
                + " sub:001 dlvrd:001 submit date:2611230901 done date:2611230902 stat:"
                + state
                + " err:000 text:")
            .getBytes(StandardCharsets.US_ASCII));
    return send(message);
  }

  /** Delivers a person's message in one or more parts, which have headers if there are several. */
  public void text(String from, String... parts) throws Exception {
    for (int i = 0; i < parts.length; i++) {
      byte[] words = parts[i].getBytes(StandardCharsets.UTF_16BE);
      byte[] header =
          parts.length == 1
              ? new byte[0]
              : new byte[] {5, 0, 3, 42, (byte) parts.length, (byte) (i + 1)};
      byte[] whole = java.util.Arrays.copyOf(header, header.length + words.length);
      System.arraycopy(words, 0, whole, header.length, words.length);
      DeliverSm message = new DeliverSm();
      message.setEsmClass(parts.length == 1 ? 0 : SmppConstants.ESM_CLASS_UDHI_MASK);
      message.setSourceAddress(new Address((byte) 1, (byte) 1, from));
      message.setDestAddress(new Address((byte) 0, (byte) 1, "10690000"));
      message.setDataCoding((byte) 8);
      message.setShortMessage(whole);
      send(message);
    }
  }

  /**
   * Delivers a person's message under an id of ours.
   *
   * @return whether it was taken; if not, the centre would deliver it again
   */
  public boolean deliver(String from, String text, String id) throws InterruptedException {
    DeliverSm message = new DeliverSm();
    message.setSourceAddress(new Address((byte) 1, (byte) 1, from));
    message.setDestAddress(new Address((byte) 0, (byte) 1, "10690000"));
    message.setDataCoding((byte) 8);
    message.addOptionalParameter(
        new Tlv(
            SmppConstants.TAG_RECEIPTED_MSG_ID, (id + "\0").getBytes(StandardCharsets.US_ASCII)));
    try {
      message.setShortMessage(text.getBytes(StandardCharsets.UTF_16BE));
      return send(message) == 0;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // Nobody is bound, or the link broke before the answer came.
      return false;
    }
  }

  private int send(DeliverSm message) throws Exception {
    var future =
        Objects.requireNonNull(current, "nobody is bound").sendRequestPdu(message, 10_000, true);
    future.await(10_000);
    return Objects.requireNonNull(future.getResponse()).getCommandStatus();
  }

  /** Breaks the connection without a word. */
  void hangUp() {
    SmppServerSession open = current;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    server.destroy();
  }

  private final class Reception implements SmppServerHandler {
    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    public void sessionBindRequested(
        Long id, SmppSessionConfiguration configuration, BaseBind request)
        throws SmppProcessingException {
      if (!PASSWORD.equals(configuration.getPassword())) {
        throw new SmppProcessingException(SmppConstants.STATUS_INVPASWD);
      }
    }

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
      current = session;
      session.serverReady(new Clerk(session));
      sessions.add(session);
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
      session.destroy();
    }
  }

  private final class Clerk extends DefaultSmppSessionHandler {
    private final SmppServerSession session;
    private final int number = bound.incrementAndGet();

    Clerk(SmppServerSession session) {
      this.session = session;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    public @Nullable PduResponse firePduRequestReceived(PduRequest request) {
      if (!(request instanceof SubmitSm submit)) {
        return request.createResponse();
      }
      Manner now = manner;
      SubmitSmResp answer = submit.createResponse();
      submitted.add(submit);
      all.add(new Submitted(number, submit));
      return switch (now) {
        case TAKES -> {
          answer.setMessageId("m" + ids.incrementAndGet());
          yield answer;
        }
        case THROTTLES -> {
          answer.setCommandStatus(SmppConstants.STATUS_THROTTLED);
          yield answer;
        }
        case REFUSES_ADDRESS -> {
          answer.setCommandStatus(SmppConstants.STATUS_INVDSTADR);
          yield answer;
        }
        case HANGS_UP -> {
          session.close();
          yield null;
        }
        case STAYS_SILENT -> null;
      };
    }
  }
}
