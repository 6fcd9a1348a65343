package io.heyue.voice.recognise.funasr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.peer.WebSocketPeer;
import io.heyue.voice.peer.WebSocketPeer.Connection;
import io.heyue.voice.peer.WebSocketPeer.Frame;
import io.heyue.voice.peer.WebSocketPeer.Script;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.RecogniserFailure;
import io.heyue.voice.recognise.funasr.FunasrSettings.End;
import io.heyue.voice.recognise.funasr.FunasrSettings.Mode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FunasrTest {
  private static final short[] SPEECH = new short[160];
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static Funasr funasr(WebSocketPeer peer, Mode mode, End end, Duration patience) {
    return new Funasr(
        new FunasrSettings("paraformer", Lang.ZH, peer.uri(), false, mode, end, patience, 0.8));
  }

  private static String answer(String mode, String text, boolean last) {
    return "{\"mode\":\"%s\",\"wav_name\":\"call\",\"text\":\"%s\",\"is_final\":%b}"
        .formatted(mode, text, last);
  }

  /** Reads what comes until nothing more is said. */
  private static void untilEnd(Connection connection, List<String> came) throws IOException {
    boolean speaking = true;
    while (speaking) {
      Frame frame = connection.read();
      came.add(frame.kind() == WebSocketPeer.TEXT ? frame.text() : "bytes " + frame.length());
      speaking = !came.getLast().equals("{\"is_speaking\":false}");
    }
  }

  private static Heard heard(Funasr recogniser, int pieces) {
    try (Listening listening = recogniser.listen(Expected.ANYTHING)) {
      for (int piece = 0; piece < pieces; piece++) {
        listening.hear(SPEECH);
      }
      return listening.finish();
    }
  }

  @Test
  void theSecondPassReplacesWhatTheFirstHeard() throws IOException {
    List<String> came = new CopyOnWriteArrayList<>();
    CompletableFuture<Boolean> first = new CompletableFuture<>();
    Script script =
        connection -> {
          came.add(connection.read().text());
          connection.text(answer("2pass-online", "我名天", false));
          connection.text(answer("2pass-online", "还", false));
          first.complete(true);
          untilEnd(connection, came);
          connection.text(answer("2pass-offline", "我明天还，", false));
          connection.text(answer("2pass-online", "三百快", true));
          connection.text(answer("2pass-offline", "<|zh|>三百块。", true));
          connection.drain();
        };
    try (WebSocketPeer peer = new WebSocketPeer(script);
        Funasr recogniser = funasr(peer, Mode.TWO_PASS, End.FLAG, LONG)) {
      assertThat(recogniser.name()).isEqualTo("funasr 2pass paraformer");
      assertThat(recogniser.closed()).isFalse();
      Expected expected = new Expected(Expecting.OPEN, List.of("明天还", "他说\"好\""));
      try (Listening listening = recogniser.listen(expected)) {
        listening.hear(SPEECH);
        listening.hear(SPEECH);
        first.join();
        Heard heard = listening.finish();
        assertThat(heard).isEqualTo(Heard.of("我明天还三百块", 0.8));
        assertThat(listening.sofar()).isEqualTo(heard);
        assertThatThrownBy(() -> listening.hear(SPEECH)).isInstanceOf(IllegalStateException.class);
      }
      assertThat(came)
          .containsExactly(
              "{\"mode\":\"2pass\",\"wav_name\":\"call\",\"wav_format\":\"pcm\","
                  + "\"audio_fs\":8000,\"is_speaking\":true,\"chunk_size\":[5,10,5],"
                  + "\"chunk_interval\":10,\"itn\":false,"
                  + "\"hotwords\":\"{\\\"明天还\\\":20,\\\"他说\\\\\\\"好\\\\\\\"\\\":20}\"}",
              "bytes 320",
              "bytes 320",
              "{\"is_speaking\":false}");
    }
  }

  @Test
  void whileSomebodySpeaksWhatWasHeardSoFarIsTold() throws IOException {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    Script script =
        connection -> {
          connection.text(answer("online", "我明", false));
          connection.text(answer("online", "天还", true));
          connection.read();
          connection.read();
          over.complete(true);
          connection.drain();
        };
    try (WebSocketPeer peer = new WebSocketPeer(script);
        Funasr recogniser = funasr(peer, Mode.ONLINE, End.PAUSE, LONG);
        Listening listening = recogniser.listen(Expected.ANYTHING)) {
      listening.hear(SPEECH);
      over.join();
      Heard heard = listening.finish();
      assertThat(heard.words()).isEqualTo("我明天还");
    }
  }

  @Test
  void aServiceThatNeverFlagsTheEndIsHeardByItsPause() throws IOException {
    Script script =
        connection -> {
          untilEnd(connection, new CopyOnWriteArrayList<>());
          connection.text(answer("offline", "好的。", false));
          connection.drain();
        };
    try (WebSocketPeer peer = new WebSocketPeer(script);
        Funasr recogniser = funasr(peer, Mode.OFFLINE, End.PAUSE, LONG)) {
      assertThat(heard(recogniser, 3)).isEqualTo(Heard.of("好的", 0.8));
    }
  }

  @Test
  void whereNothingWasSaidNothingIsHeard() throws IOException {
    Script script =
        connection -> {
          untilEnd(connection, new CopyOnWriteArrayList<>());
          connection.leave(1_000);
          connection.drain();
        };
    try (WebSocketPeer peer = new WebSocketPeer(script);
        Funasr recogniser = funasr(peer, Mode.TWO_PASS, End.FLAG, LONG)) {
      assertThat(heard(recogniser, 3)).isEqualTo(Heard.NOTHING);
    }
  }

  @Test
  void whateverGoesWrongIsAFailureWithoutTheWords() throws IOException {
    fails(Connection::drain, "PT0.3S", SHORT);
    fails(said("{\"mode\":"), "no JSON", LONG);
    fails(said("[1]"), "no object", LONG);
    fails(
        connection -> {
          untilEnd(connection, new CopyOnWriteArrayList<>());
          connection.leave(1_011);
          connection.drain();
        },
        "ended the connection (1011)",
        LONG);
    fails(Connection::read, "broke off", LONG);
    fails(
        connection -> {
          while (true) {
            connection.text(answer("2pass-online", "明".repeat(5_000), false));
          }
        },
        "more than 1000000 characters",
        LONG);
    fails(
        connection -> {
          connection.binary(new byte[9]);
          connection.drain();
        },
        "bytes where words were due",
        LONG);
  }

  @Test
  @Timeout(60)
  void whatIsFinalBeforeTheyFellSilentIsNotTheEnd() throws IOException {
    Script early =
        connection -> {
          connection.text(answer("2pass-offline", "明天还", true));
          connection.drain();
        };
    try (WebSocketPeer peer = new WebSocketPeer(early);
        Funasr recogniser = funasr(peer, Mode.TWO_PASS, End.FLAG, SHORT);
        Listening listening = recogniser.listen(Expected.ANYTHING)) {
      while (listening.sofar().words().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(listening::finish)
          .isInstanceOf(RecogniserFailure.class)
          .hasMessageContaining("PT0.3S");
    }
  }

  private static Script said(String message) {
    return connection -> {
      connection.text(message);
      connection.drain();
    };
  }

  private static void fails(Script script, String told, Duration patience) throws IOException {
    try (WebSocketPeer peer = new WebSocketPeer(script);
        Funasr recogniser = funasr(peer, Mode.TWO_PASS, End.FLAG, patience)) {
      assertThatThrownBy(() -> heard(recogniser, 5))
          .as(told)
          .isInstanceOf(RecogniserFailure.class)
          .hasMessageContaining(told)
          .hasMessageContaining("Maybe")
          .hasMessageNotContaining("明");
    }
  }

  @Test
  void whoIsNotThereIsAFailure() throws IOException {
    WebSocketPeer peer = new WebSocketPeer(Connection::drain);
    peer.close();
    try (Funasr recogniser = funasr(peer, Mode.OFFLINE, End.FLAG, LONG)) {
      assertThatThrownBy(() -> recogniser.listen(Expected.ANYTHING))
          .isInstanceOf(RecogniserFailure.class)
          .hasMessageContaining("can't be reached");
    }
  }

  @Test
  void peopleAreHeardByNobodyWithoutEncryption() {
    URI uri = URI.create("ws://asr.example:10095");
    assertThatThrownBy(
            () -> new FunasrSettings("m", Lang.ZH, uri, false, Mode.ONLINE, End.FLAG, LONG, 0.5))
        .hasMessageContaining("wss");
  }
}
