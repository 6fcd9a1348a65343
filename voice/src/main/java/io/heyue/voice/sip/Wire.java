package io.heyue.voice.sip;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EventObject;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;

/**
 * The library's part of an endpoint: a stack that listens on ports. Where its thread dies nothing
 * of it can be used any more, and another takes its place on the same ports. Thread-safe.
 */
final class Wire {
  private static final AtomicLong NAMES = new AtomicLong();
  private static final int PORT_TRIES = 20;

  private final SipSettings settings;
  private final SipStack stack;
  private final SipProvider provider;
  private final Requests requests;
  private final Turnstile turnstile;

  private Wire(SipSettings settings, SipListener ear) throws Exception {
    this.settings = settings;
    SipFactory factory = SipFactory.getInstance();
    factory.setPathName("gov.nist");
    this.stack = factory.createSipStack(properties(settings));
    SipStackImpl library = (SipStackImpl) stack;
    this.turnstile = new Turnstile(library);
    library.sipMessageValves.add(turnstile);
    try {
      this.provider = listen();
      this.requests =
          new Requests(
              settings,
              provider,
              factory.createAddressFactory(),
              factory.createHeaderFactory(),
              factory.createMessageFactory());
      provider.addSipListener(ear);
      stack.start();
    } catch (Throwable e) {
      // Ports that are bound are given back, also after an error: the next try needs them.
      close();
      throw e;
    }
  }

  /**
   * Opens one.
   *
   * @throws SipFailure if a port is taken or keys can't be read
   */
  static Wire open(SipSettings settings, SipListener ear) {
    try {
      return new Wire(settings, ear);
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
    // For nothing: the array of each datagram is our socket's.
    properties.setProperty(nist + "RECEIVE_UDP_BUFFER_SIZE", "16");
    properties.setProperty(nist + "CONNECTION_TIMEOUT", "8000");
    properties.setProperty(nist + "TLS_CLIENT_PROTOCOLS", "TLSv1.3, TLSv1.2");
    properties.setProperty(
        nist + "TLS_CLIENT_AUTH_TYPE",
        settings.tls().filter(TlsFiles::asks).isPresent() ? "Want" : "Disabled");
    if (settings.tls().isPresent()) {
      SSLContext context = settings.tls().get().open();
      TlsNetwork.open(name, context);
      properties.setProperty(
          nist + "ENABLED_CIPHER_SUITES",
          String.join(", ", Arrays.asList(context.getDefaultSSLParameters().getCipherSuites())));
    }
    return properties;
  }

  private SipProvider listen() throws InvalidArgumentException, SipException, IOException {
    SipProvider made = null;
    for (Map.Entry<Transport, Integer> entry : settings.ports().entrySet()) {
      ListeningPoint point = point(entry.getKey(), entry.getValue());
      if (made == null) {
        made = stack.createSipProvider(point);
      } else {
        made.addListeningPoint(point);
      }
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

  SipProvider provider() {
    return provider;
  }

  Requests requests() {
    return requests;
  }

  /** How many messages came by UDP so far. */
  long heard() {
    return turnstile.passed();
  }

  /** The port on which it listens, by a transport. */
  int port(Transport transport) {
    ListeningPoint point = provider.getListeningPoint(transport.id());
    if (point == null) {
      throw new SipFailure("The phone doesn't listen on " + transport.id() + ".");
    }
    return point.getPort();
  }

  /** Closes the connections to there; whether there were any. */
  boolean hangUp(Set<InetAddress> addresses, int port) {
    return ((SipStackImpl) stack).getNetworkLayer() instanceof TlsNetwork network
        && network.hangUp(addresses, port);
  }

  /** What it takes to open another on the same ports. */
  SipSettings settled() {
    Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
    settings.ports().keySet().forEach(transport -> ports.put(transport, port(transport)));
    return new SipSettings(
        settings.address(), ports, settings.agent(), settings.user(), settings.tls());
  }

  /** Ends it, whatever stands; nothing happens the second time. */
  void close() {
    EventScanner scanner = ((SipStackImpl) stack).getEventScanner();
    stack.stop();
    if (scanner != null) {
      // The library's thread sees that it is to end only when it is told of something: of this,
      // which it can't deliver.
      scanner.addEvent(new EventWrapper(new EventObject(this), null));
    }
    TlsNetwork.close(stack.getStackName());
  }
}
