package io.heyue.voice.speech;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers the samples of one sentence. The connection calls it by one thread at a time. */
final class StreamedSamples implements WebSocket.Listener {
  /** What went wrong, without words of what was said. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final String what;

    Fault(String what) {
      super(what);
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  /** The status of a connection that ended without a word (RFC 6455, 7.1.5). */
  private static final int BROKEN = 1_006;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final SpeechStream.Answering answering;
  private final int most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<byte[]> all = new CompletableFuture<>();
  private long got;

  /**
   * @param most bytes and characters of everything that comes
   */
  StreamedSamples(SpeechStream.Answering answering, int most) {
    this.answering = answering;
    this.most = most;
  }

  /** All of them, once the end came. */
  CompletableFuture<byte[]> all() {
    return all;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    byte[] part = new byte[data.remaining()];
    data.get(part);
    if (fits(part.length)) {
      if (answering.audio().isEmpty()) {
        bytes.writeBytes(part);
      }
      socket.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    if (fits(data.length())) {
      text.append(data);
      if (last) {
        message(text.toString());
        text.setLength(0);
      }
      socket.request(1);
    }
    return null;
  }

  private boolean fits(int more) {
    got += more;
    if (got > most) {
      fail("sent more than " + most + " bytes");
    }
    return got <= most;
  }

  private void message(String json) {
    JsonNode message;
    try {
      message = JSON.readTree(json);
      answering.audio().flatMap(place -> at(message, place)).ifPresent(this::decode);
    } catch (JacksonException | IllegalArgumentException e) {
      fail("sent a message that is no JSON, or no base64");
      return;
    }
    if (answering.error().flatMap(place -> at(message, place)).isPresent()) {
      fail("told of a failure");
    }
    boolean ended =
        answering
            .end()
            .filter(sign -> at(message, sign.pointer()).equals(Optional.of(sign.value())))
            .isPresent();
    if (ended) {
      all.complete(bytes.toByteArray());
    }
  }

  private void decode(String base64) {
    bytes.writeBytes(Base64.getDecoder().decode(base64));
  }

  private static Optional<String> at(JsonNode message, String pointer) {
    JsonNode found = message.at(pointer);
    return found.isValueNode() && !found.isNull()
        ? Optional.of(found.asString())
        : Optional.empty();
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    if (answering.end().isEmpty() && status == WebSocket.NORMAL_CLOSURE) {
      all.complete(bytes.toByteArray());
    } else if (status == BROKEN) {
      lost();
    } else {
      fail("ended the connection before the end (" + status + ")");
    }
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    lost();
  }

  /** There is no connection, or none any more; what is whole already stays so. */
  void lost() {
    fail("can't be reached or broke off");
  }

  private void fail(String what) {
    all.completeExceptionally(new Fault(what));
  }
}
