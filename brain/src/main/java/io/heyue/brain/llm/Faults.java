package io.heyue.brain.llm;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says why a chat model doesn't answer, and what can be done about it: once in a while, since one
 * that is set up wrongly fails every time. What the server sent is never said; it may hold what was
 * asked. Thread-safe.
 */
public final class Faults {
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Consumer<String> warn;
  private @Nullable Instant last;

  /**
   * @param warn is told, at most once a minute; names no person
   */
  public Faults(InstantSource clock, Consumer<String> warn) {
    this.clock = clock;
    this.warn = warn;
  }

  /** The server answered with something else than 200. */
  void status(int status) {
    say("The chat model's server answers with status " + status + ". " + advice(status));
  }

  /** There is no way to the server; of one that is slow or breaks off nothing is said. */
  void lost(IOException failure) {
    if (failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof SSLException) {
      say(
          "The chat model's server can't be reached ("
              + failure.getClass().getSimpleName()
              + "). Maybe chat-model.url is wrong, or a firewall stands between.");
    }
  }

  private static String advice(int status) {
    return switch (status) {
      case 400, 422 ->
          "Maybe it refuses response_format; set chat-model.json-mode: false. Else look at"
              + " chat-model.parameters and chat-model.model.";
      case 401, 403 -> "Maybe chat-model.key or key-file is wrong, or may not use this model.";
      case 402, 429 -> "Maybe the vendor's quota is spent, or it is asked too often.";
      case 404 ->
          "Maybe chat-model.url has a wrong path (it ends where /chat/completions follows), or"
              + " chat-model.model is unknown there.";
      case 301, 302, 307, 308 ->
          "Redirections are not followed; set chat-model.url to where it is.";
      default -> "Maybe it is overloaded or out of order.";
    };
  }

  private void say(String what) {
    if (due()) {
      warn.accept(what);
    }
  }

  private synchronized boolean due() {
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.plus(WHILE))) {
      return false;
    }
    last = now;
    return true;
  }
}
