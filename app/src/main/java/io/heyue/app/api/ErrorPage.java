package io.heyue.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** What a person sees where a program would get a problem. */
final class ErrorPage {
  private ErrorPage() {}

  /** Whether somebody with a browser asks for a page. */
  static boolean isWished(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains("text/html")
        && !request.getRequestURI().startsWith("/api/");
  }

  static String of(HttpStatus status) {
    String what =
        status.is5xxServerError()
            ? "broken"
            : status == HttpStatus.UNAUTHORIZED || status == HttpStatus.FORBIDDEN
                ? "refused"
                : "missing";
    try (InputStream in = ErrorPage.class.getResourceAsStream("/pages/error.html")) {
      if (in == null) {
        throw new IllegalStateException("Page error.html is missing in the program.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{{what}}", what);
    } catch (IOException e) {
      throw new UncheckedIOException("Page error.html can't be read.", e);
    }
  }
}
