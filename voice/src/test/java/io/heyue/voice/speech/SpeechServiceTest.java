package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechServiceTest {
  private static final Sound TONE = Voices.tone(16_000, 300, 8_000, 3_200);
  private static final Message OPENAI =
      new Message(
          "{\"model\":\"tts-1\",\"voice\":\"alloy\",\"input\":\"{text}\",\"speed\":{pace}}");

  @TempDir private Path folder = Path.of("");
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server = open();
  private volatile String asked = "";
  private volatile String key = "";

  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private static HttpServer open() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void serve() throws IOException {
    Path wav = folder.resolve("tone.wav");
    Wav.write(TONE, wav);
    byte[] file = Files.readAllBytes(wav);
    byte[] bare = Voices.bytes(TONE);
    server.setExecutor(threads);
    on("/wav", exchange -> send(exchange, 200, file));
    on("/raw", exchange -> send(exchange, 200, bare));
    on("/refuses", exchange -> send(exchange, 429, "您好".getBytes(StandardCharsets.UTF_8)));
    on("/html", exchange -> send(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8)));
    on("/empty", exchange -> send(exchange, 200, new byte[0]));
    on(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/wav");
          send(exchange, 302, new byte[0]);
        });
    on("/hangs", exchange -> over.await());
    on(
        "/stalls",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(file, 0, 100);
          exchange.getResponseBody().flush();
          over.await();
        });
    on(
        "/cut",
        exchange -> {
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file, 0, 100);
          exchange.close();
        });
    on(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          while (over.getCount() > 0) {
            out.write(bare);
          }
        });
    server.start();
  }

  private void on(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          key = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          try (exchange) {
            answer.to(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private SpeechService service(String path, Message body, int rate, Duration patience) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    ServiceAddress address =
        new ServiceAddress(uri, Map.of("Authorization", "Bearer secret"), false);
    return new SpeechService(
        new SpeechService.Settings("alloy", address, body, rate, patience, 100_000));
  }

  @Test
  void aServiceLikeOpenAisSpeaks() {
    try (SpeechService voice = service("/wav", OPENAI, 0, Duration.ofSeconds(20))) {
      assertThat(voice.say("他说\"您好\"\\\n{pace}", Lang.ZH, 0.8)).isEqualTo(TONE);
      assertThat(asked)
          .isEqualTo(
              "{\"model\":\"tts-1\",\"voice\":\"alloy\","
                  + "\"input\":\"他说\\\"您好\\\"\\\\\\n{pace}\",\"speed\":0.80}");
      assertThat(key).isEqualTo("Bearer secret");
    }
  }

  @Test
  void bareSamplesAreHeardAndStretchedWhereTheServiceCannot() {
    Message plain = new Message("{\"t\":\"{text}\",\"l\":\"{lang}\"}");
    try (SpeechService voice = service("/raw", plain, 16_000, Duration.ofSeconds(20))) {
      assertThat(voice.say("您好", Lang.ZH)).isEqualTo(TONE);
      assertThat(asked).isEqualTo("{\"t\":\"您好\",\"l\":\"zh\"}");
      assertThat(voice.say("您好", Lang.ZH, 0.5).samples()).hasSize(6_400);
    }
  }

  @Test
  void whateverGoesWrongIsAFailureWithoutTheWords() {
    fails("/refuses", "answered 429", Duration.ofSeconds(20));
    fails("/moved", "answered 302", Duration.ofSeconds(20));
    fails("/html", "no WAV file", Duration.ofSeconds(20));
    fails("/empty", "no WAV file", Duration.ofSeconds(20));
    fails("/cut", "broke off", Duration.ofSeconds(20));
    fails("/endless", "more than 100000 bytes", Duration.ofSeconds(20));
    fails("/hangs", "said nothing within PT0.3S", Duration.ofMillis(300));
    fails("/stalls", "said nothing within PT0.3S", Duration.ofMillis(300));
    server.stop(0);
    fails("/wav", "can't be reached", Duration.ofSeconds(20));
  }

  private void fails(String path, String told, Duration patience) {
    try (SpeechService voice = service(path, OPENAI, 0, patience)) {
      assertThatThrownBy(() -> voice.say("您好", Lang.ZH))
          .as(path)
          .isInstanceOf(VoiceFailure.class)
          .hasMessageContaining(told)
          .hasMessageContaining("Maybe")
          .hasMessageNotContainingAny("您好", "secret");
    }
  }

  @Test
  void secretsComeFromFilesAndVariables() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "abc\n");
    Map<String, String> headers =
        Secrets.in(
            Map.of("Authorization", "Bearer ${file:" + file + "}", "X-Key", "${env:KEY}", "A", "b"),
            name -> name.equals("KEY") ? Optional.of("d$1") : Optional.empty());
    assertThat(headers)
        .containsOnly(
            Map.entry("Authorization", "Bearer abc"),
            Map.entry("X-Key", "d$1"),
            Map.entry("A", "b"));
    assertThat(new ServiceAddress(URI.create("https://tts.example/v1?k=1"), headers, false))
        .hasToString("ServiceAddress[https://tts.example/v1, [A, Authorization, X-Key]]");
    assertThatThrownBy(() -> Secrets.in(Map.of("A", "${env:NONE}"), _ -> Optional.empty()))
        .hasMessageContaining("NONE is not set");
    assertThatThrownBy(() -> Secrets.in(Map.of("A", "${file:/no/such}"), _ -> Optional.empty()))
        .hasMessageContaining("/no/such can't be read");
  }

  @Test
  void debtsAreToldToNobodyWithoutEncryption() {
    assertThatThrownBy(
            () -> new ServiceAddress(URI.create("http://tts.example/v1"), Map.of(), false))
        .hasMessageContaining("https or wss");
    assertThat(new ServiceAddress(URI.create("http://tts:8000/v1"), Map.of(), true).plain())
        .isTrue();
  }
}
