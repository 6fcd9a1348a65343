package io.heyue.app.chat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pages as they lie in the program. */
final class Html {
  private static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private Html() {}

  static ResponseEntity<String> page(String name) throws IOException {
    try (InputStream in = Html.class.getResourceAsStream("/pages/" + name)) {
      if (in == null) {
        throw new IllegalStateException("Page " + name + " is missing in the program.");
      }
      return ResponseEntity.ok()
          .contentType(TYPE)
          .header("X-Robots-Tag", "noindex, nofollow")
          .body(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
