package io.heyue.voice.recognise.funasr;

import io.heyue.core.base.Lang;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hears by a service of FunASR's runtime, a connection an utterance
 * (https://github.com/modelscope/FunASR, runtime/docs/websocket_protocol.md). Open vocabulary; what
 * is expected is preferred as hot words. The service must take sound at 8 kHz. Thread-safe.
 */
public final class Funasr implements Recogniser {
  private final FunasrSettings settings;
  private final HttpClient client;

  public Funasr(FunasrSettings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
  }

  @Override
  public String name() {
    return "funasr " + settings.mode().id() + " " + settings.model();
  }

  @Override
  public Lang lang() {
    return settings.lang();
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public boolean closed() {
    return false;
  }

  @Override
  public Listening listen(Expected expected) {
    Answers answers = new Answers(settings.mode(), settings.end());
    CompletableFuture<WebSocket> opening =
        client
            .newWebSocketBuilder()
            .connectTimeout(settings.patience())
            .subprotocols("binary")
            .buildAsync(settings.uri(), answers);
    boolean open = false;
    try {
      WebSocket socket = opening.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
      FunasrListening listening = new FunasrListening(settings, socket, answers);
      listening.begin(expected);
      open = true;
      return listening;
    } catch (TimeoutException e) {
      throw failure(settings, "didn't answer within " + settings.patience(), e);
    } catch (ExecutionException e) {
      throw failure(settings, "can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(settings, "was interrupted", e);
    } finally {
      if (!open) {
        // Whenever it opens, also when nobody waits for it any more.
        var _ = opening.thenAccept(WebSocket::abort);
      }
    }
  }

  static RecogniserFailure failure(
      FunasrSettings settings, String what, @Nullable Exception cause) {
    String message =
        "FunASR at %s://%s %s. Maybe it isn't running, or speaks another mode than %s."
            .formatted(
                settings.uri().getScheme(),
                settings.uri().getAuthority(),
                what,
                settings.mode().id());
    return cause == null ? new RecogniserFailure(message) : new RecogniserFailure(message, cause);
  }

  /** Utterances that are being heard fail. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
