package io.heyue.voice.sip;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of signalling, and closes those to whoever says nothing any more. What the
 * library leaves out: a peer that we reach by TLS must have a certificate for the very name by
 * which it was called (RFC 5922, 7.2; host names as RFC 2818, 3.1), else nothing is sent to it. The
 * library makes one by its class's name.
 */
public final class TlsNetwork implements NetworkLayer {
  /** The keys of each stack that is open, by its name: the library passes on texts alone. */
  private static final Map<String, SSLContext> KEYS = new ConcurrentHashMap<>();

  private static final int CONNECT_MILLIS = 8_000;

  private @Nullable SipStackImpl stack;

  /** Connections that we made, and some that are closed by now. */
  private final Set<Socket> made = ConcurrentHashMap.newKeySet();

  static void open(String stack, SSLContext keys) {
    KEYS.put(stack, keys);
  }

  static void close(String stack) {
    KEYS.remove(stack);
  }

  @Override
  public void setSipStack(SipStackImpl stack) {
    this.stack = stack;
  }

  private SSLContext context() throws IOException {
    SipStackImpl ours = stack;
    SSLContext keys = ours == null ? null : KEYS.get(ours.getStackName());
    if (keys != null) {
      return keys;
    }
    throw new IOException("No keys for TLS are set. Maybe name them in the settings of the phone.");
  }

  @Override
  public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return (SSLServerSocket)
        context().getServerSocketFactory().createServerSocket(port, backlog, address);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
    return connected(address, port);
  }

  /** From whichever address of ours leads there. */
  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress mine)
      throws IOException {
    return connected(address, port);
  }

  private Socket kept(Socket socket) {
    made.removeIf(Socket::isClosed);
    made.add(socket);
    return socket;
  }

  /**
   * Closes what we connected to there, whatever waits to be written to it. Who writes or reads
   * there hears of it, and the next message opens another connection.
   *
   * @return whether there was any
   */
  boolean hangUp(Set<InetAddress> addresses, int port) {
    List<Socket> there =
        made.stream()
            .filter(socket -> socket.getPort() == port)
            .filter(socket -> addresses.contains(socket.getInetAddress()))
            .toList();
    for (Socket socket : there) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is of no more use either way.
      }
      made.remove(socket);
    }
    return !there.isEmpty();
  }

  private SSLSocket connected(InetAddress address, int port) throws IOException {
    // Kept is what lies below: closing TLS itself waits for whoever doesn't read any more.
    Socket plain = kept(new Socket());
    try {
      plain.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
      // The name by which it was looked up; nothing is asked of the network for it.
      String name = new InetSocketAddress(address, port).getHostString();
      SSLSocket socket =
          (SSLSocket) context().getSocketFactory().createSocket(plain, name, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      return socket;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return DefaultNetworkLayer.SINGLETON.createServerSocket(port, backlog, address);
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return kept(DefaultNetworkLayer.SINGLETON.createSocket(address, port));
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress mine) throws IOException {
    return kept(DefaultNetworkLayer.SINGLETON.createSocket(address, port, mine));
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress mine, int myPort)
      throws IOException {
    return kept(DefaultNetworkLayer.SINGLETON.createSocket(address, port, mine, myPort));
  }

  @Override
  public DatagramSocket createDatagramSocket() throws SocketException {
    return DefaultNetworkLayer.SINGLETON.createDatagramSocket();
  }

  @Override
  public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
    return new SignallingSocket(new InetSocketAddress(address, port));
  }
}
