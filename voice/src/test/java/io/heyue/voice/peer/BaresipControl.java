package io.heyue.voice.peer;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wire by which baresip is told what to do and tells what happens (its module ctrl_tcp): JSON
 * in netstrings (Bernstein, 1997). Events are kept until they are asked for. Thread-safe.
 */
final class BaresipControl implements AutoCloseable {
  private static final int MOST = 100_000;
  private static final int CONNECT_MILLIS = 5_000;
  private static final Pattern TYPE = Pattern.compile("\"type\":\"([A-Z_]+)\"");
  private static final Pattern PARAM = Pattern.compile("\"param\":\"([^\"]*)\"");

  /**
   * What happened.
   *
   * @param type as CALL_ESTABLISHED
   * @param param what more is told of it: a key, a reason
   */
  record Event(String type, String param) {}

  private final Socket socket;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  BaresipControl(int port) throws IOException {
    socket = new Socket();
    socket.connect(new InetSocketAddress(Ports.loopback(), port), CONNECT_MILLIS);
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
      while (true) {
        String json = netstring(in);
        if (json.contains("\"event\":true")) {
          events.add(new Event(group(TYPE, json), group(PARAM, json)));
        }
      }
    } catch (IOException e) {
      // It is over: whoever waits for more waits for nothing.
    }
  }

  private static String group(Pattern pattern, String json) {
    Matcher matcher = pattern.matcher(json);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String netstring(InputStream in) throws IOException {
    int length = 0;
    int next = in.read();
    while (next >= '0' && next <= '9' && length < MOST) {
      length = length * 10 + next - '0';
      next = in.read();
    }
    if (next != ':' || length > MOST) {
      throw new EOFException("no netstring begins here");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.read() != ',') {
      throw new EOFException("a netstring is cut off");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Tells it to do something; what comes of it is an event. */
  synchronized void tell(String command, String params) throws IOException {
    String json =
        "{\"command\":\"%s\",\"params\":\"%s\",\"token\":\"-\"}"
            .formatted(escaped(command), escaped(params));
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    socket
        .getOutputStream()
        .write((bytes.length + ":" + json + ",").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** The next event of a kind, past all others; null where none came in time. */
  @Nullable Event await(String type, long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null || event.type().equals(type)) {
        return event;
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The other end is gone: so is the wire.
    }
  }
}
