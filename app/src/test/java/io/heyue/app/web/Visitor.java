package io.heyue.app.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a personal link who comes back whenever the server was gone, says what they have
 * not said yet, and remembers everything that they ever saw.
 */
final class Visitor {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** So long an answer is waited for before somebody looks whether there is one. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String token;
  private final List<String> lines;
  private final HttpClient client;
  private final SortedMap<Long, String> seen = new TreeMap<>();
  private String cookie = "";
  private boolean done;

  Visitor(HttpClient client, String token, List<String> lines) {
    this.client = client;
    this.token = token;
    this.lines = lines;
  }

  /** What was seen, by number: who said it, and what. */
  Map<Long, String> seen() {
    return seen;
  }

  String token() {
    return token;
  }

  /** Talks until the server is gone or nothing is left to say. */
  void visit(OtherServer server) throws InterruptedException {
    if (done || (cookie.isEmpty() && !open(server))) {
      return;
    }
    BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
    Optional<WebSocket> socket = connect(server, arrived);
    if (socket.isEmpty()) {
      return;
    }
    try {
      talk(socket.get(), arrived);
    } catch (CompletionException e) {
      // The server is gone; what was said last may have been taken or not.
      return;
    } finally {
      socket.get().abort();
    }
  }

  private boolean open(OtherServer server) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.at("/c/open"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      answer
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      done = answer.statusCode() == 410;
      return !cookie.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<WebSocket> connect(OtherServer server, BlockingQueue<JsonNode> arrived) {
    URI http = server.at("/ws/chat");
    try {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .header("Cookie", cookie)
              .buildAsync(URI.create("ws" + http.toString().substring(4)), new Ear(arrived))
              .orTimeout(20, TimeUnit.SECONDS)
              .join();
      socket.sendText("{\"type\":\"since\",\"after\":0}", true).join();
      return Optional.of(socket);
    } catch (CompletionException e) {
      return Optional.empty();
    }
  }

  private void talk(WebSocket socket, BlockingQueue<JsonNode> arrived) throws InterruptedException {
    JsonNode message = arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    while (message != null && !done) {
      boolean ours = take(message);
      if (ours && arrived.isEmpty()) {
        Optional<String> next =
            lines.stream().filter(line -> !seen.containsValue("person: " + line)).findFirst();
        if (next.isEmpty()) {
          return;
        }
        socket
            .sendText(JSON.writeValueAsString(Map.of("type", "say", "text", next.get())), true)
            .join();
      }
      message = arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Remembers a message; says whether it was the system that spoke. */
  private boolean take(JsonNode message) {
    String type = message.path("type").asString("");
    done |= type.equals("over");
    if (!type.equals("said")) {
      return false;
    }
    String side = message.path("side").asString("");
    String words = side + ": " + message.path("text").asString("");
    String before = seen.put(message.path("seq").asLong(), words);
    if (before != null && !before.equals(words)) {
      throw new AssertionError("A message was another one before: " + message.path("seq"));
    }
    return side.equals("us");
  }

  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> arrived;
    private final StringBuilder whole = new StringBuilder();

    Ear(BlockingQueue<JsonNode> arrived) {
      this.arrived = arrived;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
      whole.append(part);
      if (end) {
        arrived.add(JSON.readTree(whole.toString()));
        whole.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      from.abort();
    }
  }
}
