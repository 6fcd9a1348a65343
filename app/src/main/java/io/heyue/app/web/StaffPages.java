package io.heyue.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The login and the live page. Both carry a token against forged requests. */
@RestController
@io.swagger.v3.oas.annotations.Hidden
final class StaffPages {
  @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> login(CsrfToken token) throws IOException {
    return page("login.html", token);
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> live(CsrfToken token) throws IOException {
    return page("live.html", token);
  }

  private static ResponseEntity<String> page(String name, CsrfToken token) throws IOException {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(text(name).replace("{{csrf}}", token.getToken()));
  }

  /** A page of ours as it lies in the program. */
  static String text(String name) throws IOException {
    try (InputStream in = StaffPages.class.getResourceAsStream("/pages/" + name)) {
      if (in == null) {
        throw new IllegalStateException("Page " + name + " is missing in the program.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
