package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A voice behind a WebSocket: messages of JSON ask for a sentence, its samples come in binary
 * frames, or in base64 within JSON, until a message says that it was all. A connection is for one
 * sentence, which has a time and a size that it can't go beyond. Thread-safe.
 */
public final class SpeechStream implements Voice, AutoCloseable {
  /**
   * What a service is.
   *
   * @param name of the service and its voice, with all that changes how it sounds
   * @param address where it is; ws or wss
   * @param asking messages that are sent in order, one of which holds {text}
   * @param answering how it answers
   * @param patience for a whole sentence
   * @param most bytes of a sentence, messages included
   */
  public record Settings(
      String name,
      ServiceAddress address,
      List<Message> asking,
      Answering answering,
      Duration patience,
      int most) {
    public Settings {
      Check.filled("name", name);
      asking = List.copyOf(asking);
      String scheme = address.uri().getScheme();
      Check.that(scheme.startsWith("ws"), "address", address, "ws or wss");
      Check.that(
          asking.stream().anyMatch(message -> message.holds("text")),
          "asking",
          asking,
          "messages of which one holds {text}");
      Check.that(patience.isPositive(), "patience", patience, "above zero");
      Check.that(most > 0, "most", most, "1 or more");
    }
  }

  /**
   * How a service answers.
   *
   * @param rate samples a second (16 bits, little endian, one channel)
   * @param audio where base64 stands in a message (a JSON pointer, RFC 6901, such as /data/audio);
   *     empty where samples come in binary frames
   * @param end what stands in the message behind the last samples; empty where the service ends the
   *     connection instead
   * @param error where a message tells of a failure, if there is such a place; what it tells is not
   *     repeated
   */
  public record Answering(
      int rate, Optional<String> audio, Optional<Sign> end, Optional<String> error) {
    public Answering {
      Check.that(rate >= 4_000 && rate <= 48_000, "rate", rate, "4000 to 48000");
    }
  }

  /**
   * A value in a message.
   *
   * @param pointer where it stands (RFC 6901)
   * @param value as text: done, true, 2
   */
  public record Sign(String pointer, String value) {}

  private final Settings settings;
  private final HttpClient client;

  public SpeechStream(Settings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Sound say(String words, Lang lang) {
    return say(words, lang, 1);
  }

  @Override
  public Sound say(String words, Lang lang, double pace) {
    StreamedSamples samples = new StreamedSamples(settings.answering(), settings.most());
    WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(settings.patience());
    settings.address().headers().forEach(builder::header);
    CompletableFuture<WebSocket> opening = builder.buildAsync(settings.address().uri(), samples);
    CompletableFuture<WebSocket> asked = opening;
    for (Message message : settings.asking()) {
      String json = message.filled(words, lang, pace);
      asked = asked.thenCompose(socket -> socket.sendText(json, true));
    }
    var _ =
        asked.exceptionally(_ -> {
          samples.lost();
          return null;
        });
    try {
      byte[] bytes = samples.all().get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
      Sound sound = Samples.of(bytes, settings.answering().rate());
      if (sound.samples().length == 0) {
        throw failure("gave no sound", null);
      }
      boolean chooses = settings.asking().stream().anyMatch(message -> message.holds("pace"));
      return chooses ? sound : Stretching.of(sound, pace);
    } catch (TimeoutException e) {
      throw failure("didn't end within " + settings.patience(), e);
    } catch (ExecutionException e) {
      throw failure(
          e.getCause() instanceof StreamedSamples.Fault fault ? fault.what() : "failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted", e);
    } finally {
      // Whenever it opens, also when nobody waits for it any more.
      var _ = opening.thenAccept(WebSocket::abort);
    }
  }

  private VoiceFailure failure(String what, @Nullable Exception cause) {
    String message =
        "Voice service %s at %s %s. Maybe its address, key or messages are others."
            .formatted(settings.name(), settings.address().shown(), what);
    return cause == null ? new VoiceFailure(message) : new VoiceFailure(message, cause);
  }

  /** Sentences that are being said fail. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
