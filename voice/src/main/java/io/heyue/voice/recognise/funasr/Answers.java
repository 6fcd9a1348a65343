package io.heyue.voice.recognise.funasr;

import io.heyue.voice.recognise.funasr.FunasrSettings.End;
import io.heyue.voice.recognise.funasr.FunasrSettings.Mode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answers on one connection. Messages of the first pass hold what came anew, those
 * of the second replace what the first heard of the same stretch of speech. Thread-safe.
 */
final class Answers implements WebSocket.Listener {
  /** What may come on one connection; an utterance of minutes has a hundredth of it. */
  private static final int MOST = 1_000_000;

  /** The status of a connection that ended without a word (RFC 6455, 7.1.5). */
  private static final int BROKEN = 1_006;

  private static final long PAUSE_MILLIS = 500;

  private static final String SECOND_PASS = "offline";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Mode mode;
  private final End end;
  private final CompletableFuture<Boolean> all = new CompletableFuture<>();
  private final StringBuilder message = new StringBuilder();
  private String sure = "";
  private String passing = "";
  private String failed = "";
  private int got;
  private boolean ending;

  /** Messages that came; a pause is over where it changed. */
  private int count;

  Answers(Mode mode, End end) {
    this.mode = mode;
    this.end = end;
  }

  /** Done when all was recognised. */
  CompletableFuture<Boolean> all() {
    return all;
  }

  synchronized String text() {
    return sure.isEmpty() || passing.isEmpty() ? sure + passing : sure + " " + passing;
  }

  /** What went wrong, if anything did. */
  synchronized Optional<String> failed() {
    return failed.isEmpty() ? Optional.empty() : Optional.of(failed);
  }

  /** Whatever comes from now on may be the last. */
  synchronized void ending() {
    ending = true;
    awaitPause();
  }

  private void awaitPause() {
    if (end == End.PAUSE) {
      int seen = count;
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
          .execute(() -> paused(seen));
    }
  }

  private synchronized void paused(int seen) {
    if (seen == count) {
      all.complete(true);
    }
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onText(
      WebSocket socket, CharSequence data, boolean last) {
    got += data.length();
    if (got > MOST) {
      fail("sent more than " + MOST + " characters");
      return null;
    }
    message.append(data);
    if (last) {
      String whole = message.toString();
      message.setLength(0);
      read(whole);
    }
    socket.request(1);
    return null;
  }

  private void read(String json) {
    JsonNode read;
    try {
      read = JSON.readTree(json);
    } catch (JacksonException e) {
      fail("sent a message that is no JSON");
      return;
    }
    if (!read.isObject()) {
      fail("sent a message that is no object");
      return;
    }
    count++;
    boolean second = read.path("mode").asString("").endsWith(SECOND_PASS);
    String text = read.path("text").asString("");
    if (second) {
      sure = sure.isEmpty() || text.isEmpty() ? sure + text : sure + " " + text;
      passing = "";
    } else {
      passing += text;
    }
    if (ending) {
      boolean counts = second || mode == Mode.ONLINE;
      if (end == End.FLAG && counts && read.path("is_final").asBoolean(false)) {
        all.complete(true);
      }
      awaitPause();
    }
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onBinary(
      WebSocket socket, ByteBuffer data, boolean last) {
    fail("sent bytes where words were due");
    return null;
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onClose(
      WebSocket socket, int status, String reason) {
    if (ending && status == WebSocket.NORMAL_CLOSURE) {
      all.complete(true);
    } else {
      fail(status == BROKEN ? "broke off" : "ended the connection (" + status + ")");
    }
    return null;
  }

  @Override
  public synchronized void onError(WebSocket socket, Throwable error) {
    fail("broke off");
  }

  private void fail(String what) {
    if (failed.isEmpty() && !all.isDone()) {
      failed = what;
      all.completeExceptionally(new IOException(what));
    }
  }
}
