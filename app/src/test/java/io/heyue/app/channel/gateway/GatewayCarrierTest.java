package io.heyue.app.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayCarrierTest {
  private static final String JSON = "application/json";

  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private volatile String answer = "{\"code\":0,\"id\":\"g-1\"}";
  private HttpServer gateway;

  @BeforeEach
  void open() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/send", this::take);
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private GatewayCarrier carrier(int port, String type, String body) {
    return new GatewayCarrier(
        new GatewaySettings(
            "http://127.0.0.1:" + port + "/send",
            Map.of("X-Key", "k"),
            type,
            body,
            Pattern.compile("\"id\":\"([^\"]+)\""),
            Pattern.compile("\"code\":0"),
            Pattern.compile("\"code\":9"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            null));
  }

  private GatewayCarrier carrier() {
    return carrier(
        gateway.getAddress().getPort(), JSON, "{\"phone\":\"{to_national}\",\"text\":\"{text}\"}");
  }

  @Test
  void wordsAreEscapedForWhereTheyArePut() throws Exception {
    try (GatewayCarrier json = carrier()) {
      assertThat(json.hand(Letters.text("他说\"{to}\"\\\n好"))).isEqualTo(new Handed.Accepted("g-1"));
    }
    assertThat(bodies.take())
        .isEqualTo("{\"phone\":\"10000000007\",\"text\":\"他说\\\"{to}\\\"\\\\\\n好\"}");
    try (GatewayCarrier form =
        carrier(
            gateway.getAddress().getPort(),
            "application/x-www-form-urlencoded",
            "to={to}&text={text}&until={until_seconds}")) {
      form.hand(Letters.text("a&b=c 好"));
    }
    String body = bodies.take();
    assertThat(body).startsWith("to=%2B8610000000007&text=a%26b%3Dc%20");
    assertThat(URLDecoder.decode(body, StandardCharsets.UTF_8))
        .endsWith("a&b=c 好&until=" + Letters.END.getEpochSecond());
  }

  @Test
  void answersMeanWhatTheySay() {
    try (GatewayCarrier carrier = carrier()) {
      assertThat(handed(carrier, 429, "")).isEqualTo("later");
      assertThat(handed(carrier, 503, "")).isEqualTo("later");
      assertThat(handed(carrier, 400, "")).isEqualTo("never");
      assertThat(handed(carrier, 302, "")).isEqualTo("never");
      assertThat(handed(carrier, 500, "")).isEqualTo("unsure");
      assertThat(handed(carrier, 504, "")).isEqualTo("unsure");
      assertThat(handed(carrier, 200, "{\"code\":9}")).isEqualTo("later");
      assertThat(handed(carrier, 200, "{\"code\":7}")).isEqualTo("never");
      assertThat(handed(carrier, 200, "{\"code\":0}")).isEqualTo("accepted");
    }
  }

  private String handed(GatewayCarrier carrier, int nextStatus, String nextAnswer) {
    status = nextStatus;
    answer = nextAnswer;
    return switch (carrier.hand(Letters.text("好"))) {
      case Handed.Accepted _ -> "accepted";
      case Handed.Refused refused -> refused.permanent() ? "never" : "later";
      case Handed.Unsure _ -> "unsure";
    };
  }

  @Test
  void withoutAConnectionNothingWasTakenAndAfterItNobodyKnows() throws IOException {
    int free;
    try (ServerSocket probe = new ServerSocket(0)) {
      free = probe.getLocalPort();
    }
    try (GatewayCarrier nobody = carrier(free, JSON, "{}")) {
      assertThat(nobody.hand(Letters.text("好")))
          .isEqualTo(new Handed.Refused("no connection to the gateway", false));
    }
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        GatewayCarrier waiting = carrier(mute.getLocalPort(), JSON, "{}")) {
      assertThat(waiting.hand(Letters.text("好"))).isInstanceOf(Handed.Unsure.class);
    }
  }

  @Test
  void aConnectionThatBreaksIsUnsureAndNotTriedAgain() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            for (int i = 0; i < 3; i++) {
              try (var socket = rude.accept()) {
                bodies.add("connection " + socket.getInputStream().read());
              } catch (IOException e) {
                return;
              }
            }
          });
      try (GatewayCarrier carrier = carrier(rude.getLocalPort(), JSON, "{}")) {
        assertThat(carrier.hand(Letters.text("好"))).isInstanceOf(Handed.Unsure.class);
      }
      assertThat(bodies).hasSize(1);
    }
  }

  @Test
  void settingsThatWouldSendInClearAreRefused() {
    assertThatThrownBy(() ->
            new GatewaySettings(
                "http://gateway.example/send?key=abc",
                Map.of(),
                JSON,
                "{}",
                null,
                null,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                null))
        .hasMessageContaining("https")
        .hasMessageNotContaining("abc");
  }

  @Test
  void aSignatureHoldsForItsTimeItsBodyAndItsSecret() {
    Signature signature = new Signature("0123456789abcdef");
    Instant now = Instant.ofEpochSecond(1_795_000_000);
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    String right = signature.of("1795000000", body);
    assertThat(signature.holds("1795000000", body, right, now)).isTrue();
    assertThat(signature.holds("1795000001", body, right, now)).isFalse();
    assertThat(signature.holds("1795000000", "{ }".getBytes(StandardCharsets.UTF_8), right, now))
        .isFalse();
    assertThat(signature.holds("1795000000", body, right, now.plusSeconds(301))).isFalse();
    assertThat(signature.holds("x", body, right, now)).isFalse();
    assertThat(new Signature("0123456789abcdeF").holds("1795000000", body, right, now)).isFalse();
  }
}
