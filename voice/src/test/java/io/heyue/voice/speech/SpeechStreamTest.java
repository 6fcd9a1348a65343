package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.peer.WebSocketPeer;
import io.heyue.voice.peer.WebSocketPeer.Connection;
import io.heyue.voice.peer.WebSocketPeer.Script;
import io.heyue.voice.speech.SpeechStream.Answering;
import io.heyue.voice.speech.SpeechStream.Sign;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SpeechStreamTest {
  private static final Sound TONE = Voices.tone(16_000, 300, 8_000, 3_200);
  private static final byte[] BYTES = Voices.bytes(TONE);
  private static final String DONE = "{\"type\":\"done\"}";
  private static final List<Message> ASKING =
      List.of(
          new Message("{\"type\":\"begin\",\"rate\":16000}"),
          new Message("{\"type\":\"say\",\"text\":\"{text}\"}"));

  private static final Answering FRAMES =
      new Answering(
          16_000,
          Optional.empty(),
          Optional.of(new Sign("/type", "done")),
          Optional.of("/error/code"));

  private static SpeechStream stream(WebSocketPeer peer, Answering answering, Duration patience) {
    ServiceAddress address = new ServiceAddress(peer.uri(), Map.of("X-Key", "secret"), false);
    return new SpeechStream(
        new SpeechStream.Settings("streamed", address, ASKING, answering, patience, 100_000));
  }

  /** In pieces of odd length, as a network might cut them. */
  private static void send(Connection connection) throws IOException {
    connection.read();
    connection.read();
    frames(connection);
  }

  private static void frames(Connection connection) throws IOException {
    for (int at = 0; at < BYTES.length; at += 333) {
      connection.binary(Arrays.copyOfRange(BYTES, at, Math.min(BYTES.length, at + 333)));
    }
  }

  @Test
  void framesAreHeardUntilTheEnd() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    Script script =
        connection -> {
          asked.add(connection.headers().getOrDefault("x-key", ""));
          asked.add(connection.read().text());
          asked.add(connection.read().text());
          frames(connection);
          connection.text(DONE);
          connection.drain();
        };
    try (WebSocketPeer peer = new WebSocketPeer(script);
        SpeechStream voice = stream(peer, FRAMES, Duration.ofSeconds(20))) {
      assertThat(voice.say("他说\"您好\"", Lang.ZH)).isEqualTo(TONE);
      assertThat(asked)
          .containsExactly(
              "secret",
              "{\"type\":\"begin\",\"rate\":16000}",
              "{\"type\":\"say\",\"text\":\"他说\\\"您好\\\"\"}");
      assertThat(voice.say("您好", Lang.ZH, 0.5).samples()).hasSize(6_400);
    }
  }

  @Test
  void base64WithinMessagesIsHeardUntilTheConnectionEnds() throws IOException {
    Answering answering =
        new Answering(16_000, Optional.of("/data/audio"), Optional.empty(), Optional.empty());
    Script script =
        connection -> {
          connection.read();
          connection.read();
          String audio = Base64.getEncoder().encodeToString(BYTES);
          connection.text("{\"data\":{\"audio\":null}}");
          connection.text("{\"data\":{\"audio\":\"" + audio + "\"}}");
          connection.leave(1_000);
          connection.drain();
        };
    try (WebSocketPeer peer = new WebSocketPeer(script);
        SpeechStream voice = stream(peer, answering, Duration.ofSeconds(20))) {
      assertThat(voice.say("您好", Lang.ZH)).isEqualTo(TONE);
    }
  }

  @Test
  void whateverGoesWrongIsAFailureWithoutTheWords() throws IOException {
    fails(Connection::drain, "didn't end within PT0.3S", Duration.ofMillis(300));
    fails(
        connection -> {
          send(connection);
          connection.drain();
        },
        "didn't end within PT0.3S",
        Duration.ofMillis(300));
    fails(
        connection -> {
          send(connection);
          connection.leave(1_000);
          connection.drain();
        },
        "before the end",
        Duration.ofSeconds(20));
    fails(connection -> send(connection), "broke off", Duration.ofSeconds(20));
    fails(
        connection -> {
          while (true) {
            connection.binary(BYTES);
          }
        },
        "more than 100000 bytes",
        Duration.ofSeconds(20));
    fails(said("{\"type\":"), "no JSON", Duration.ofSeconds(20));
    fails(said("{\"error\":{\"code\":7}}"), "told of a failure", Duration.ofSeconds(20));
    fails(said(DONE), "gave no sound", Duration.ofSeconds(20));
  }

  private static Script said(String message) {
    return connection -> {
      connection.text(message);
      connection.drain();
    };
  }

  private static void fails(Script script, String told, Duration patience) throws IOException {
    try (WebSocketPeer peer = new WebSocketPeer(script);
        SpeechStream voice = stream(peer, FRAMES, patience)) {
      assertThatThrownBy(() -> voice.say("您好", Lang.ZH))
          .as(told)
          .isInstanceOf(VoiceFailure.class)
          .hasMessageContaining(told)
          .hasMessageContaining("Maybe")
          .hasMessageNotContainingAny("您好", "secret");
    }
  }

  @Test
  void whoIsNotThereIsAFailure() throws IOException {
    WebSocketPeer peer = new WebSocketPeer(Connection::drain);
    peer.close();
    try (SpeechStream voice = stream(peer, FRAMES, Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> voice.say("您好", Lang.ZH)).hasMessageContaining("can't be reached");
    }
  }
}
