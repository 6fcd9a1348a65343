package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.Settings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with a reverse proxy before it, and one without. */
@Timeout(120)
class ProxiedServerTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));

  private RunningServer server(Path folder, String... proxies) {
    return RunningServer.start(
        folder.resolve("data"),
        new Settings(
            new Settings.Server(
                "127.0.0.1", 0, URI.create("https://pay.lender.example"), false, List.of(proxies)),
            null,
            null,
            null,
            null),
        clock);
  }

  /** What the eleventh check of a code in ten minutes is answered, each under another name. */
  private static int eleventh(RunningServer server, String header, String before) {
    int last = 0;
    for (int i = 0; i < 11; i++) {
      last = check(server, header, before.formatted(i));
    }
    return last;
  }

  private static int check(RunningServer server, String header, String value) {
    return server
        .send(
            server
                .request("/verify")
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"12345678\"}")))
        .statusCode();
  }

  @Test
  void peopleBehindAProxyHaveALimitEachAndCantTakeAnother(@TempDir Path folder) {
    try (RunningServer server = server(folder, "127.0.0.0/8")) {
      assertThat(eleventh(server, "X-Forwarded-For", "198.51.100.%d")).isEqualTo(200);
      assertThat(eleventh(server, "X-Forwarded-For", "1.1.1.%d, 198.51.100.77")).isEqualTo(429);
      assertThat(check(server, "Forwarded", "for=198.51.100.77;proto=https")).isEqualTo(429);
      assertThat(check(server, "Forwarded", "for=198.51.100.78")).isEqualTo(200);
    }
  }

  @Test
  void withoutAProxyNobodyIsBelieved(@TempDir Path folder) {
    try (RunningServer server = server(folder)) {
      assertThat(eleventh(server, "X-Forwarded-For", "198.51.100.%d")).isEqualTo(429);
      assertThat(check(server, "Forwarded", "for=198.51.100.78")).isEqualTo(429);
      HttpResponse<String> stranger =
          server.send(server.request("/").header("Accept", "text/html"));
      assertThat(stranger.headers().firstValue("Location")).contains("/login");
    }
  }
}
