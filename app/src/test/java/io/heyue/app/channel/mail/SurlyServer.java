package io.heyue.app.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server on loopback that answers as it was told: to the receiver, and to the letter. An
 * empty answer hangs up. No mail server that can be had would refuse on demand.
 */
public final class SurlyServer implements AutoCloseable {
  private final ServerSocket listening;
  private final AtomicInteger receivers = new AtomicInteger();
  private final AtomicInteger letters = new AtomicInteger();

  /** Connections that broke, ours included when we close. */
  private final AtomicInteger hungUp = new AtomicInteger();

  private final Thread thread;

  public SurlyServer(String toReceiver, String toLetter) throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    thread = Thread.ofVirtual().start(() -> serve(toReceiver, toLetter));
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** How often somebody named a receiver. */
  public int receivers() {
    return receivers.get();
  }

  /** How often somebody gave a whole letter. */
  public int letters() {
    return letters.get();
  }

  private void serve(String toReceiver, String toLetter) {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        converse(socket, toReceiver, toLetter);
      } catch (IOException e) {
        hungUp.incrementAndGet();
      }
    }
  }

  private void converse(Socket socket, String toReceiver, String toLetter) throws IOException {
    var lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    say(socket, "220 lender.example");
    boolean letter = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (letter) {
        if (line.equals(".")) {
          letter = false;
          letters.incrementAndGet();
          if (toLetter.isEmpty()) {
            return;
          }
          say(socket, toLetter);
        }
      } else if (line.startsWith("RCPT")) {
        receivers.incrementAndGet();
        say(socket, toReceiver);
      } else if (line.startsWith("DATA")) {
        letter = true;
        say(socket, "354 go on");
      } else {
        say(socket, "250 ok");
      }
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      listening.close();
      thread.join(java.time.Duration.ofSeconds(10));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
