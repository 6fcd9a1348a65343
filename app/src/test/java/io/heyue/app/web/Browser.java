package io.heyue.app.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A borrower's browser: opens a personal link, and talks over a WebSocket. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> agreements = new LinkedBlockingQueue<>();
  private final Map<String, String> cookies = new TreeMap<>();
  private String code = "";
  private long last;
  private @Nullable WebSocket socket;

  Browser(RunningServer server) {
    this.server = server;
  }

  /** Opens a link; the answer's status. */
  HttpResponse<String> open(String token) {
    HttpResponse<String> answer =
        server.send(
            server
                .request("/c/open")
                .header("Content-Type", "application/json")
                .header("Cookie", cookies())
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"token\":\"" + token + "\"}")));
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookies.put(set.substring(0, set.indexOf('=')), set));
    if (answer.statusCode() == 200) {
      code = JSON.readTree(answer.body()).path("code").asString("");
      last = 0;
      arrived.clear();
    }
    return answer;
  }

  /** What it sends with each request. */
  String cookies() {
    return cookies.values().stream()
        .map(set -> set.substring(0, set.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  /** Of the conversation that was opened last. */
  String code() {
    return code;
  }

  void connect() {
    socket = dial(server.house().settings().server().links().toString()).join();
    send("{\"type\":\"since\",\"after\":" + last + "}");
  }

  /** What a page of {@code origin} in this browser is answered that wants to talk. */
  int refusal(String origin) {
    try {
      dial(origin).join().abort();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private CompletableFuture<WebSocket> dial(String origin) {
    URI http = server.at("/ws/chat?code=" + code);
    return client
        .newWebSocketBuilder()
        .header("Cookie", cookies())
        .header("Origin", origin)
        .buildAsync(URI.create("ws" + http.toString().substring(4)), new Ear())
        .orTimeout(20, TimeUnit.SECONDS);
  }

  void say(String text) {
    send(JSON.writeValueAsString(Map.of("type", "say", "text", text)));
  }

  private void send(String frame) {
    java.util.Objects.requireNonNull(socket).sendText(frame, true).join();
  }

  /** The next thing that we say; what is the borrower's own is passed over. */
  String hears() throws InterruptedException {
    while (true) {
      JsonNode message = arrived.poll(30, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("Nothing was heard within 30 s.");
      }
      if (message.path("type").asString("").equals("said") && message.path("seq").asLong() > last) {
        last = message.path("seq").asLong();
        if (message.path("side").asString("").equals("us")) {
          return message.path("text").asString("");
        }
      } else if (!message.path("type").asString("").equals("said")) {
        return message.path("type").asString("");
      }
    }
  }

  /** The next agreement that is shown; waits for it. */
  JsonNode agreement() throws InterruptedException {
    JsonNode agreement = agreements.poll(30, TimeUnit.SECONDS);
    if (agreement == null) {
      throw new AssertionError("No agreement was shown within 30 s.");
    }
    return agreement;
  }

  /** Whether one was shown that nobody has asked for yet. */
  boolean agreed() {
    return !agreements.isEmpty();
  }

  void disconnect() {
    java.util.Objects.requireNonNull(socket).abort();
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
    client.shutdownNow();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder whole = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
      whole.append(part);
      if (end) {
        JsonNode message = JSON.readTree(whole.toString());
        boolean agreement = message.path("type").asString("").equals("agreement");
        (agreement ? agreements : arrived).add(message);
        whole.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
