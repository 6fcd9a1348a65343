package io.heyue.voice.peer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server of WebSockets (RFC 6455) at 127.0.0.1, of which a test writes what it does with each
 * connection. It ends with its test.
 */
public final class WebSocketPeer implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;

  /** What a connection is to do. */
  @FunctionalInterface
  public interface Script {
    void run(Connection connection) throws IOException;
  }

  /**
   * A frame that came.
   *
   * @param text its bytes as UTF-8
   * @param length of them
   */
  public record Frame(int kind, String text, int length) {}

  private final ServerSocket listening;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  public WebSocketPeer(Script script) throws IOException {
    listening = new ServerSocket();
    listening.bind(new InetSocketAddress(Ports.loopback(), 0));
    Thread.ofVirtual().start(() -> accept(script));
  }

  public URI uri() {
    return URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/speak");
  }

  private void accept(Script script) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket, script));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket socket, Script script) {
    try (socket) {
      Connection connection = new Connection(socket);
      connection.greet();
      script.run(connection);
    } catch (IOException e) {
      // The other side left, as it may.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection. */
  public static final class Connection {
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<String, String> headers = new TreeMap<>();

    Connection(Socket socket) throws IOException {
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = socket.getOutputStream();
    }

    /** By their names in lower case. */
    public Map<String, String> headers() {
      return headers;
    }

    void greet() throws IOException {
      String line = line();
      while (!line.isEmpty()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.put(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        line = line();
      }
      String key = headers.getOrDefault("sec-websocket-key", "") + MAGIC;
      String proof;
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.US_ASCII));
        proof = Base64.getEncoder().encodeToString(hash);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
      String greeting =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + proof
              + "\r\n\r\n";
      out.write(greeting.getBytes(StandardCharsets.US_ASCII));
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      int next = in.readByte();
      while (next != '\n') {
        if (next != '\r') {
          line.append((char) next);
        }
        next = in.readByte();
      }
      return line.toString();
    }

    /** The next frame; it waits for it. */
    public Frame read() throws IOException {
      int kind = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = Math.toIntExact(in.readLong());
      }
      byte[] mask = in.readNBytes(4);
      byte[] bytes = in.readNBytes(length);
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] ^= mask[at % 4];
      }
      return new Frame(kind, new String(bytes, StandardCharsets.UTF_8), bytes.length);
    }

    /** Waits until the other side says no more. */
    public void drain() throws IOException {
      while (read().kind() != CLOSE) {
        // What comes is of no interest.
      }
    }

    public void text(String text) throws IOException {
      write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void binary(byte[] bytes) throws IOException {
      write(BINARY, bytes);
    }

    public void leave(int status) throws IOException {
      write(CLOSE, ByteBuffer.allocate(2).putShort((short) status).array());
    }

    private void write(int kind, byte[] bytes) throws IOException {
      ByteBuffer frame = ByteBuffer.allocate(bytes.length + 10).put((byte) (0x80 | kind));
      if (bytes.length < 126) {
        frame.put((byte) bytes.length);
      } else if (bytes.length < 65_536) {
        frame.put((byte) 126).putShort((short) bytes.length);
      } else {
        frame.put((byte) 127).putLong(bytes.length);
      }
      frame.put(bytes);
      out.write(frame.array(), 0, frame.position());
    }
  }
}
