package io.heyue.voice.recognise.funasr;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A service of FunASR's runtime. Immutable.
 *
 * @param model which it runs, for records
 * @param lang that it hears
 * @param uri ws or wss
 * @param plain whether it may be without encryption outside this machine: what people say goes to
 *     it
 * @param mode how it recognises
 * @param end how it is known that all was recognised
 * @param patience for the connection, for each piece of sound to be taken, and for the end
 * @param confidence that what it hears is right, since it tells none: as measured, 0 to 1
 */
public record FunasrSettings(
    String model,
    Lang lang,
    URI uri,
    boolean plain,
    Mode mode,
    End end,
    Duration patience,
    double confidence) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** How it recognises. */
  public enum Mode {
    /** While somebody speaks, and once more when a stretch of speech is over, which counts. */
    TWO_PASS("2pass"),
    /** While somebody speaks. */
    ONLINE("online"),
    /** When all was said. */
    OFFLINE("offline");

    private final String id;

    Mode(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  /** How it is known that all was recognised. */
  public enum End {
    /** A message says {@code is_final}, as those of the runtime in C++ do. */
    FLAG,
    /** Nothing came for half a second, where {@code is_final} can't be relied on. */
    PAUSE
  }

  public FunasrSettings {
    Check.filled("model", model);
    Check.that(
        uri.getHost() != null && ("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme())),
        "uri",
        uri,
        "ws or wss with a host");
    Check.that(
        plain || "wss".equals(uri.getScheme()) || HERE.contains(uri.getHost()),
        "uri",
        uri,
        "wss, since it hears what people say; or allow plain within a network of your own");
    Check.that(patience.isPositive(), "patience", patience, "above zero");
    Check.that(confidence >= 0 && confidence <= 1, "confidence", confidence, "0 to 1");
  }
}
