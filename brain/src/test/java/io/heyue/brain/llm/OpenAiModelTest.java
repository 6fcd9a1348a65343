package io.heyue.brain.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.brain.llm.Reply.Reason;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of asking a server that behaves well, slowly or brokenly. */
class OpenAiModelTest {
  private static final Ask ASK = new Ask(Ask.Use.READING, "do this", "with that", 40);

  /** Long enough for a busy machine, and short enough to wait for. */
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(6), 40, 4, 100, 100, 100_000);

  private static final Limits HASTY =
      new Limits(Duration.ofMillis(200), Duration.ofMillis(400), 40, 4, 100, 100, 100_000);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
  private final List<String> warned = new CopyOnWriteArrayList<>();
  private final Faults faults = new Faults(now::get, warned::add);
  private final Peer peer = new Peer(Peer.fails(500));

  @AfterEach
  void close() {
    peer.close();
  }

  private OpenAiModel model(Limits limits) {
    return new OpenAiModel(
        new Connection(peer.url(), "m-1", "secret-key", true, Map.of("enable_thinking", false)),
        limits,
        faults);
  }

  private Reply ask(Peer.Manner manner, Limits limits) {
    peer.now(manner);
    return model(limits).ask(ASK);
  }

  private void comesToNothing(Peer.Manner manner, Limits limits, Reason why) {
    assertThat(ask(manner, limits)).isEqualTo(new Reply.Nothing(why));
  }

  @Test
  void aGoodAnswerComesWhole() {
    Reply reply = ask(Peer.says("{\"intents\": [\"不知道\"]}\n完"), LIMITS);
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Said.class,
            said -> {
              assertThat(said.text()).isEqualTo("{\"intents\": [\"不知道\"]}\n完");
              assertThat(said.tokensIn()).isEqualTo(20);
              assertThat(said.tokensOut()).isEqualTo(5);
              assertThat(said.firstToken()).isPositive();
            });
    assertThat(reply.toString()).doesNotContain("不知道");
    assertThat(peer.keys()).containsExactly("Bearer secret-key");
    assertThat(peer.requests()).hasSize(1);
    assertThat(peer.requests().getFirst().replace(" : ", ":"))
        .contains(
            "\"model\":\"m-1\"",
            "\"stream\":true",
            "\"max_tokens\":40",
            "\"enable_thinking\":false",
            "json_object",
            "do this",
            "with that")
        .doesNotContain("tools");
  }

  @Test
  void errorsAreNoAnswer() {
    for (int status : new int[] {301, 400, 401, 404, 429, 500, 503}) {
      comesToNothing(Peer.fails(status), LIMITS, Reason.BROKEN);
    }
  }

  /** What to do about it is said, and nothing of what came back. */
  @Test
  void whyItIsBrokenIsSaidOnceAMinute() {
    Map<Integer, String> advice =
        Map.of(401, "key", 404, "path", 400, "json-mode: false", 429, "quota", 301, "url");
    advice.forEach((status, word) -> {
      warned.clear();
      for (int i = 0; i < 3; i++) {
        comesToNothing(
            (_, exchange) -> {
              byte[] body = "{\"error\":\"you sent 'with that'\"}".getBytes(UTF_8);
              exchange.sendResponseHeaders(status, body.length);
              exchange.getResponseBody().write(body);
            },
            LIMITS,
            Reason.BROKEN);
      }
      assertThat(warned)
          .singleElement()
          .satisfies(warning ->
              assertThat(warning)
                  .contains("status " + status, word)
                  .doesNotContain("with that", "secret-key"));
      now.updateAndGet(at -> at.plusSeconds(61));
    });
  }

  @Test
  void anAnswerIsNoFault() {
    assertThat(ask(Peer.says("well"), LIMITS)).isInstanceOf(Reply.Said.class);
    assertThat(warned).isEmpty();
  }

  @Test
  void nobodyThereIsNoAnswer() {
    OpenAiModel model = model(LIMITS);
    peer.close();
    assertThat(model.ask(ASK)).isEqualTo(new Reply.Nothing(Reason.BROKEN));
    assertThat(warned).singleElement().satisfies(said -> assertThat(said).contains("reached"));
  }

  @Test
  void silenceIsWaitedForNoLongerThanAllowed() {
    comesToNothing((one, _) -> one.hang(), HASTY, Reason.SILENT);
  }

  @Test
  void aStreamThatStopsHalfwayIsLate() {
    comesToNothing(
        (one, exchange) -> {
          OutputStream out = Peer.stream(exchange);
          Peer.send(out, Peer.chunk("half"));
          one.hang();
        },
        HASTY,
        Reason.LATE);
  }

  @Test
  void aStreamThatIsCutIsNoAnswer() {
    comesToNothing(
        (_, exchange) -> Peer.send(Peer.stream(exchange), Peer.chunk("half of a")),
        LIMITS,
        Reason.BROKEN);
  }

  @Test
  void anAnswerWithoutAnEndIsNone() {
    comesToNothing(
        (_, exchange) -> {
          OutputStream out = Peer.stream(exchange);
          for (int i = 0; i < 100_000; i++) {
            Peer.send(out, Peer.chunk("and so on "));
          }
        },
        LIMITS,
        Reason.ENDLESS);
  }

  @Test
  void aLineWithoutAnEndIsNoAnswer() {
    comesToNothing(
        (_, exchange) -> {
          OutputStream out = Peer.stream(exchange);
          byte[] more = new byte[8192];
          java.util.Arrays.fill(more, (byte) 'x');
          for (int i = 0; i < 100_000; i++) {
            out.write(more);
          }
        },
        LIMITS,
        Reason.BROKEN);
  }

  @Test
  void whatWasCutOffForItsLengthIsNone() {
    comesToNothing(
        (_, exchange) -> {
          OutputStream out = Peer.stream(exchange);
          Peer.send(out, Peer.chunk("as far as"));
          Peer.send(out, Peer.end("length"));
          Peer.send(out, "[DONE]");
        },
        LIMITS,
        Reason.ENDLESS);
  }

  @Test
  void halfOfTheJsonIsNoAnswer() {
    comesToNothing(
        (_, exchange) -> {
          OutputStream out = Peer.stream(exchange);
          Peer.send(out, Peer.chunk("good "));
          Peer.send(out, "{\"choices\":[{\"delta\":{\"conte");
          Peer.send(out, Peer.chunk("and bad"));
          Peer.send(out, Peer.end("stop"));
          Peer.send(out, "[DONE]");
        },
        LIMITS,
        Reason.BROKEN);
  }

  @Test
  void wrongTypesAreNoAnswer() {
    for (String wrong :
        new String[] {
          "{\"choices\":{\"delta\":1}}",
          "{\"choices\":[{\"delta\":{\"content\":{\"a\":[1]}}}]}",
          "[]",
          "null",
          "7",
          "<html>"
        }) {
      comesToNothing(
          (_, exchange) -> {
            OutputStream out = Peer.stream(exchange);
            Peer.send(out, wrong);
            Peer.send(out, "[DONE]");
          },
          LIMITS,
          Reason.BROKEN);
    }
  }

  @Test
  void aToolThatNobodyOfferedIsNoAnswer() {
    comesToNothing(
        (_, exchange) -> {
          OutputStream out = Peer.stream(exchange);
          Peer.send(
              out,
              "{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"t\","
                  + "\"type\":\"function\",\"function\":{\"name\":\"pay\",\"arguments\":\"{}\"}}]}}]}");
          Peer.send(out, Peer.end("tool_calls"));
          Peer.send(out, "[DONE]");
        },
        LIMITS,
        Reason.BROKEN);
  }
}
