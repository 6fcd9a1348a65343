package io.heyue.app.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chat model's server on this machine that answers each question as it is told to. */
final class HostileServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Function<Question, Answer> answers;

  /**
   * What was asked.
   *
   * @param system what the model is to do
   * @param text what it is to do it with, as it stands in the question
   * @param phrasing whether other words are asked for
   */
  record Question(String system, String text, boolean phrasing) {}

  /** What is sent back. */
  sealed interface Answer {
    /** Words, in a good stream. */
    record Words(String text) implements Answer {}

    /** A stream as it is, good or not. */
    record Raw(String stream) implements Answer {}

    record Status(int code) implements Answer {}

    /** Nothing, for as long as somebody waits. */
    record Silence() implements Answer {}

    /** The same words over and over. */
    record Endless(String text) implements Answer {}
  }

  HostileServer(Function<Question, Answer> answers) {
    this.answers = answers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String user = asked.path("messages").path(1).path("content").asString();
      JsonNode question = JSON.readTree(user);
      answer(
          exchange,
          answers.apply(
              new Question(
                  asked.path("messages").path(0).path("content").asString(),
                  question.path("text").asString(),
                  question.has("tone"))));
    } catch (IOException e) {
      // Whoever asked has heard enough.
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Words words -> {
        OutputStream out = stream(exchange);
        send(out, chunk(words.text()));
        send(
            out,
            "{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        send(out, "[DONE]");
      }
      case Answer.Raw raw -> stream(exchange).write(raw.stream().getBytes(StandardCharsets.UTF_8));
      case Answer.Status status -> exchange.sendResponseHeaders(status.code(), -1);
      case Answer.Silence _ -> hang();
      case Answer.Endless endless -> {
        OutputStream out = stream(exchange);
        for (int i = 0; i < 50_000; i++) {
          send(out, chunk(endless.text()));
        }
      }
    }
  }

  private void hang() {
    try {
      var _ = closing.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static OutputStream stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private static void send(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static String chunk(String words) {
    return "{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
        + JSON.writeValueAsString(words)
        + "}}]}";
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
