package io.heyue.voice.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A machine of a carrier's that is asked by TCP whether it is there. Of the first connection it
 * answers the first question and then reads nothing more, as if its network were gone; over all
 * others it is well. It ends with its test.
 */
final class FallingSilent implements AutoCloseable {
  private static final int BOUND_MILLIS = 60_000;

  /** Once the first connection was closed from the other side. */
  final CompletableFuture<Boolean> letGo = new CompletableFuture<>();

  /** Once it was asked over another. */
  final CompletableFuture<String> askedAnew = new CompletableFuture<>();

  private final ServerSocket listening;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  FallingSilent() throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("falling-silent").start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  private void accept() {
    for (boolean first = true; !listening.isClosed(); first = false) {
      boolean falls = first;
      try {
        Socket socket = listening.accept();
        socket.setSoTimeout(BOUND_MILLIS);
        open.add(socket);
        Thread.ofPlatform().daemon().name("falling-silent").start(() -> serve(socket, falls));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket, boolean falls) {
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (List<String> question = read(in); !question.isEmpty(); question = read(in)) {
        socket.getOutputStream().write(answer(question).getBytes(StandardCharsets.US_ASCII));
        if (falls) {
          awaitEnd(in);
          return;
        }
        askedAnew.complete(question.getFirst());
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  /** Says nothing; that all was read and nothing more can come is the other side's end. */
  private void awaitEnd(BufferedReader in) {
    try {
      while (in.readLine() != null) {
        // Nobody hears it.
      }
      letGo.complete(true);
    } catch (SocketException e) {
      letGo.complete(true);
    } catch (IOException e) {
      letGo.complete(false);
    }
  }

  /** The lines of a request without a body; none at the end. */
  private static List<String> read(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine();
        line != null && !(line.isEmpty() && !lines.isEmpty());
        line = in.readLine()) {
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String answer(List<String> question) {
    StringBuilder answer = new StringBuilder("SIP/2.0 200 OK\r\n");
    for (String line : question) {
      if (line.startsWith("To:")) {
        answer.append(line).append(";tag=there\r\n");
      } else if (line.matches("(Via|From|Call-ID|CSeq):.*")) {
        answer.append(line).append("\r\n");
      }
    }
    return answer.append("Content-Length: 0\r\n\r\n").toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
