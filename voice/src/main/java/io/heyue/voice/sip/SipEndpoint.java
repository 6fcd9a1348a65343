package io.heyue.voice.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;

/**
 * Signalling on this machine: calls out, calls in, and questions to others. Thread-safe.
 *
 * <p>Below it the JAIN SIP reference implementation keeps transactions and dialogs (RFC 3261). One
 * thread of it hears everything, for several would put messages out of order; so whoever is called
 * here hands over and returns.
 */
public final class SipEndpoint implements AutoCloseable {
  private static final AtomicLong NAMES = new AtomicLong();
  private static final int PORT_TRIES = 20;

  private final SipSettings settings;
  private final Consumer<String> notes;
  private final SecureRandom random = new SecureRandom();
  private final SipStack stack;
  private final SipProvider provider;
  private final Requests requests;
  private volatile Door door = Door.closed();
  private volatile boolean draining;

  private SipEndpoint(SipSettings settings, Consumer<String> notes) throws Exception {
    this.settings = settings;
    this.notes = notes;
    SipFactory factory = SipFactory.getInstance();
    factory.setPathName("gov.nist");
    this.stack = factory.createSipStack(properties(settings));
    this.provider = listen();
    this.requests =
        new Requests(
            settings,
            provider,
            factory.createAddressFactory(),
            factory.createHeaderFactory(),
            factory.createMessageFactory());
    provider.addSipListener(new Ear(this));
    stack.start();
  }

  /**
   * Opens it.
   *
   * @param notes what went wrong and belongs to no call, a line each; without anybody's number
   * @throws SipFailure if a port is taken or keys can't be read
   */
  public static SipEndpoint open(SipSettings settings, Consumer<String> notes) {
    try {
      return new SipEndpoint(settings, notes);
    } catch (SipFailure e) {
      throw e;
    } catch (Exception e) {
      throw new SipFailure(
          "The phone can't listen on %s %s: %s. Maybe another program holds the port."
              .formatted(settings.address().getHostAddress(), settings.ports(), e.getMessage()),
          e);
    }
  }

  private static Properties properties(SipSettings settings) {
    Properties properties = new Properties();
    String nist = "gov.nist.javax.sip.";
    String name = "heyue-" + NAMES.incrementAndGet();
    properties.setProperty("javax.sip.STACK_NAME", name);
    properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
    properties.setProperty(nist + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
    properties.setProperty(nist + "DELIVER_UNSOLICITED_NOTIFY", "true");
    properties.setProperty(nist + "STACK_LOGGER", QuietLog.class.getName());
    properties.setProperty(nist + "SERVER_LOGGER", QuietMessageLog.class.getName());
    properties.setProperty(nist + "NETWORK_LAYER", TlsNetwork.class.getName());
    properties.setProperty(nist + "THREAD_POOL_SIZE", "1");
    properties.setProperty(nist + "REENTRANT_LISTENER", "true");
    properties.setProperty(nist + "MAX_MESSAGE_SIZE", "65536");
    properties.setProperty(nist + "CONNECTION_TIMEOUT", "8000");
    properties.setProperty(nist + "TLS_CLIENT_PROTOCOLS", "TLSv1.3, TLSv1.2");
    properties.setProperty(nist + "TLS_CLIENT_AUTH_TYPE", "Disabled");
    if (settings.tls().isPresent()) {
      SSLContext context = settings.tls().get().open();
      TlsNetwork.open(name, context);
      properties.setProperty(
          nist + "ENABLED_CIPHER_SUITES",
          String.join(", ", Arrays.asList(context.getDefaultSSLParameters().getCipherSuites())));
    }
    return properties;
  }

  private SipProvider listen()
      throws InvalidArgumentException, SipException, IOException, TooManyListenersException {
    SipProvider made = null;
    try {
      for (Map.Entry<Transport, Integer> entry : settings.ports().entrySet()) {
        ListeningPoint point = point(entry.getKey(), entry.getValue());
        if (made == null) {
          made = stack.createSipProvider(point);
        } else {
          made.addListeningPoint(point);
        }
      }
    } catch (InvalidArgumentException | SipException | IOException e) {
      // Those ports that are bound already are given back.
      stack.stop();
      TlsNetwork.close(stack.getStackName());
      throw e;
    }
    if (made == null) {
      throw new SipFailure("No transport is named. Maybe udp: 5060.");
    }
    return made;
  }

  private ListeningPoint point(Transport transport, int port)
      throws InvalidArgumentException, SipException, IOException {
    String address = settings.address().getHostAddress();
    for (int tries = 1; ; tries++) {
      try {
        int wanted = port == 0 ? free(transport, settings.address()) : port;
        return stack.createListeningPoint(address, wanted, transport.id());
      } catch (InvalidArgumentException | SipException e) {
        // Between finding a free port and taking it, somebody else may.
        if (port != 0 || tries == PORT_TRIES) {
          throw e;
        }
      }
    }
  }

  private static int free(Transport transport, InetAddress address) throws IOException {
    if (transport == Transport.UDP) {
      try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
        return socket.getLocalPort();
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.getLocalPort();
    }
  }

  /** Who opens to calls that come in; until it is set nobody does. */
  public void open(Door next) {
    door = next;
  }

  Door door() {
    return door;
  }

  /** The address at which we are reached by a transport. */
  public SipAddress address(Transport transport) {
    ListeningPoint point = provider.getListeningPoint(transport.id());
    if (point == null) {
      throw new SipFailure("The phone doesn't listen on " + transport.id() + ".");
    }
    return new SipAddress(
        settings.user(), settings.address().getHostAddress(), point.getPort(), transport);
  }

  /**
   * A leg by which somebody can be called; nothing is sent yet.
   *
   * @param from whose call it is to them: a number that the trunk allows
   * @param mailbox runs one thing after another; the leg lives there
   * @param events heard in the mailbox
   */
  public Leg leg(SipAddress peer, SipAddress from, Executor mailbox, Consumer<LegEvent> events) {
    return new Leg(this, peer, from, provider.getNewCallId(), mailbox, events);
  }

  Leg leg(
      SipAddress from,
      SipAddress to,
      ServerTransaction asked,
      Executor mailbox,
      Consumer<LegEvent> events) {
    CallIdHeader call = (CallIdHeader) asked.getRequest().getHeader(CallIdHeader.NAME);
    Leg leg = new Leg(this, from, to, call, mailbox, events);
    leg.standing().calledBy(asked);
    leg.standing().within(asked.getDialog(), leg);
    return leg;
  }

  /** Whether somebody is there and well (OPTIONS). */
  public CompletableFuture<Reply> ask(SipAddress peer) {
    SipAddress mine = address(peer.transport());
    return new Asking(
            this,
            new Asking.Question(
                Request.OPTIONS, peer, peer, mine, provider.getNewCallId(), 1, Optional.empty()),
            Optional.empty())
        .send();
  }

  /**
   * Tells a registrar where we are reached (RFC 3261, 10).
   *
   * @param own our address there
   * @param call of this registration, the same each time; by {@link #newCall}
   * @param number above that of the time before by 10 or more
   * @param seconds for how long; 0 takes it back
   */
  CompletableFuture<Reply> register(
      SipAddress registrar,
      SipAddress own,
      Credentials credentials,
      CallIdHeader call,
      long number,
      int seconds) {
    return new Asking(
            this,
            new Asking.Question(
                Request.REGISTER, registrar, own, own, call, number, Optional.of(seconds)),
            Optional.of(credentials))
        .send();
  }

  CallIdHeader newCall() {
    return provider.getNewCallId();
  }

  /** From now on nobody's call is taken, and OPTIONS say so; calls that stand go on. */
  public void drain() {
    draining = true;
  }

  boolean drains() {
    return draining;
  }

  SipProvider provider() {
    return provider;
  }

  Requests requests() {
    return requests;
  }

  String newTag() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  long newSession() {
    return random.nextLong(1, 1L << 52);
  }

  void note(String line) {
    notes.accept(line);
  }

  /** Ends it, whatever stands: calls must have been ended before. */
  @Override
  public void close() {
    stack.stop();
    TlsNetwork.close(stack.getStackName());
  }
}
