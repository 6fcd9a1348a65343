package io.heyue.app.chat;

import io.heyue.app.web.Limiter;
import io.heyue.store.postgres.Transactor;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where anybody learns whether a contact was from us, by its eight digits. It says yes or no and
 * nothing else, and not often: of a hundred million codes a guesser must not find many.
 */
@RestController
@Hidden
public final class VerifyPage {
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final Transactor transactor;
  private final InstantSource clock;
  private final Limiter each;
  private final Limiter all;

  VerifyPage(Transactor transactor, InstantSource clock) {
    this.transactor = transactor;
    this.clock = clock;
    this.each = new Limiter(10, Duration.ofMinutes(10), clock);
    this.all = new Limiter(300, Duration.ofMinutes(10), clock);
  }

  /** A code as somebody typed it. */
  public record CodeBody(@Nullable String code) {}

  /** Whether it is one of ours. */
  public record Genuine(boolean genuine) {}

  @GetMapping(path = "/verify", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() throws IOException {
    return Html.page("verify.html");
  }

  @PostMapping("/verify")
  ResponseEntity<?> verify(@RequestBody CodeBody body, HttpServletRequest request) {
    String code = String.valueOf(body.code()).replaceAll("[\\s-]", "");
    if (!code.matches("\\d{8}")) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }
    if (!each.allows(String.valueOf(request.getRemoteAddr())) || !all.allows("all")) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }
    boolean genuine =
        transactor.get(sql ->
            sql.get(
                """
                select exists (select from conversation
                  where conversation_code(id) = ? and created_at >= ?) as genuine
                """,
                row -> row.truth("genuine"),
                Long.parseLong(code),
                clock.instant().minus(REMEMBERED)));
    return ResponseEntity.ok(new Genuine(genuine));
  }
}
