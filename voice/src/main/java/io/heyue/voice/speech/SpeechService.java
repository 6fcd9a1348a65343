package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A voice behind HTTP: the words are posted as JSON, the sound comes back as a WAV file or as bare
 * samples. It covers {@code /v1/audio/speech} as OpenAI has it and what is like it. A sentence has
 * a time and a size that it can't go beyond; nobody is followed to another address. Thread-safe.
 */
public final class SpeechService implements Voice, AutoCloseable {
  /**
   * What a service is.
   *
   * @param name of the service and its voice, with all that changes how it sounds
   * @param address where it is
   * @param body what is posted; it must hold {text}, and may hold {pace} where the service can
   *     choose
   * @param rate samples a second where it answers bare samples (16 bits, little endian, one
   *     channel); 0 where it answers WAV
   * @param patience for a whole sentence
   * @param most bytes of an answer
   */
  public record Settings(
      String name, ServiceAddress address, Message body, int rate, Duration patience, int most) {
    public Settings {
      Check.filled("name", name);
      String scheme = address.uri().getScheme();
      Check.that(scheme.startsWith("http"), "address", address, "http or https");
      Check.that(body.holds("text"), "body", body.json(), "a message that holds {text}");
      Check.that(
          rate == 0 || (rate >= 4_000 && rate <= 48_000), "rate", rate, "0, or 4000 to 48000");
      Check.that(patience.isPositive(), "patience", patience, "above zero");
      Check.that(most > 0, "most", most, "1 or more");
    }
  }

  private final Settings settings;
  private final HttpClient client;

  public SpeechService(Settings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.patience())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
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
    Sound sound = sound(posted(settings.body().filled(words, lang, pace)));
    if (sound.samples().length == 0) {
      throw failure("gave no sound", null);
    }
    return settings.body().holds("pace") ? sound : Stretching.of(sound, pace);
  }

  private byte[] posted(String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.address().uri())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    settings.address().headers().forEach(request::setHeader);
    CompletableFuture<HttpResponse<byte[]>> answering =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.most()));
    try {
      HttpResponse<byte[]> answer =
          answering.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
      if (answer.statusCode() != 200) {
        throw failure("answered " + answer.statusCode(), null);
      }
      return answer.body();
    } catch (TimeoutException e) {
      throw failure("said nothing within " + settings.patience(), e);
    } catch (ExecutionException e) {
      throw failure(
          "can't be reached, broke off, or sent more than " + settings.most() + " bytes", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted", e);
    } finally {
      // Where it still answers, it is hung up on.
      answering.cancel(true);
    }
  }

  private Sound sound(byte[] answer) {
    if (settings.rate() > 0) {
      return Samples.of(answer, settings.rate());
    }
    try {
      return Wav.read(new ByteArrayInputStream(answer));
    } catch (IOException e) {
      throw failure("answered no WAV file (" + e.getMessage() + ")", e);
    }
  }

  private VoiceFailure failure(String what, @Nullable Exception cause) {
    String message =
        "Voice service %s at %s %s. Maybe its address or key is another."
            .formatted(settings.name(), settings.address().shown(), what);
    return cause == null ? new VoiceFailure(message) : new VoiceFailure(message, cause);
  }

  /** Sentences that are being said fail. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
