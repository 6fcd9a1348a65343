package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.heyue.app.access.Role;
import io.heyue.app.channel.gateway.GatewaySettings;
import io.heyue.app.installation.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An SMS gateway that takes our messages over HTTP and posts what comes back, signed. */
@Timeout(240)
class GatewayDoorTest {
  private static final String SECRET = "a secret of the gateway";

  /** A Monday, ten in the morning in Beijing. */
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));

  private final BlockingQueue<JsonNode> taken = new LinkedBlockingQueue<>();
  private HttpServer gateway;
  private RunningServer server;
  private SmallLender lender;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/send",
        exchange -> {
          JsonNode message = SmallLender.JSON.readTree(exchange.getRequestBody().readAllBytes());
          byte[] answer =
              ("{\"code\":0,\"id\":\"g-" + taken.size() + "\"}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
          taken.add(message);
        });
    gateway.start();
    Settings settings =
        new Settings(
            new Settings.Server("127.0.0.1", 0, URI.create("https://pay.lender.example"), false),
            null,
            null,
            new GatewaySettings(
                "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send",
                Map.of(),
                "application/json",
                "{\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}",
                Pattern.compile("\"id\":\"([^\"]+)\""),
                null,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                SECRET),
            null);
    server = RunningServer.start(folder.resolve("data"), settings, clock);
    lender = new SmallLender(server);
    lender.arrive().campaign("sms");
  }

  @AfterEach
  void close() {
    server.close();
    gateway.stop(0);
  }

  private JsonNode next() throws InterruptedException {
    return Objects.requireNonNull(taken.poll(30, TimeUnit.SECONDS), "no message came");
  }

  private int post(String path, String body, String secret, Duration old) throws Exception {
    String time = String.valueOf(clock.instant().minus(old).getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
    String signed = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    return server
        .send(
            server
                .request("/gateway/" + path)
                .header("Content-Type", "application/json")
                .header("X-Heyue-Time", time)
                .header("X-Heyue-Signature", signed)
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void aReceiptTellsThatAMessageArrivedOrDidNot() throws Exception {
    assertThat(next().path("to").asString()).isEqualTo(SmallLender.PHONE);
    awaitLetter("sent");
    String receipt = "{\"reference\":\"g-0\",\"delivered\":true}";
    assertThat(post("receipts", receipt, "another secret here", Duration.ZERO)).isEqualTo(401);
    assertThat(post("receipts", receipt, SECRET, Duration.ofMinutes(6))).isEqualTo(401);
    assertThat(letters()).doesNotContain("delivered");
    assertThat(post("receipts", "{\"reference\":7}", SECRET, Duration.ZERO)).isEqualTo(422);
    assertThat(post("receipts", "nonsense", SECRET, Duration.ZERO)).isEqualTo(422);
    assertThat(post("receipts", receipt, SECRET, Duration.ZERO)).isEqualTo(204);
    assertThat(letters()).contains("\"delivered\":1");
    assertThat(server.send(server.request("/gateway/receipts").POST(none())).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anAnswerIsAnsweredAndSentOnceHoweverOftenItComes() throws Exception {
    next();
    String answer = "{\"from\":\"" + SmallLender.PHONE + "\",\"text\":\"你是谁\",\"id\":\"a-1\"}";
    assertThat(post("messages", answer, SECRET, Duration.ZERO)).isEqualTo(204);
    assertThat(next().path("text").asString()).isNotBlank();
    assertThat(post("messages", answer, SECRET, Duration.ZERO)).isEqualTo(204);
    JsonNode talks = lender.get(Role.AGENT, "/conversations");
    assertThat(talks.path("items").size()).isEqualTo(1);
    String talk = talks.path("items").get(0).path("id").asString();
    assertThat(
            lender
                .get(Role.AGENT, "/conversations/" + talk + "/messages")
                .toString()
                .split("你是谁", -1))
        .hasSize(2);
    assertThat(post("messages", "{\"from\":\"nobody\",\"text\":\"x\"}", SECRET, Duration.ZERO))
        .isEqualTo(422);
  }

  @Test
  void stopEndsContact() throws Exception {
    next();
    String stop = "{\"from\":\"" + SmallLender.PHONE + "\",\"text\":\"STOP\",\"id\":\"s-1\"}";
    assertThat(post("messages", stop, SECRET, Duration.ZERO)).isEqualTo(204);
    assertThat(next().path("text").asString()).contains("已停止");
    assertThat(lender.get(Role.AGENT, "/holds?kind=stop").path("items").size()).isEqualTo(1);
  }

  private static HttpRequest.BodyPublisher none() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private String letters() {
    return lender.get(Role.VIEWER, "/summary").path("letters").toString();
  }

  /** Waits until the answer of the gateway is booked. */
  private void awaitLetter(String state) {
    while (!letters().contains(state)) {
      Thread.onSpinWait();
    }
  }
}
