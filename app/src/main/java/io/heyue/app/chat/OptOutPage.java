package io.heyue.app.chat;

import io.heyue.app.channel.mail.OptOut;
import io.heyue.app.engine.Holds;
import io.heyue.app.house.House;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes an unsubscribe (RFC 8058): a mail program posts without a question, a person is asked once,
 * because scanners open every link. Consent to that channel is withdrawn on all of their cases.
 */
@RestController
@Hidden
@RequestMapping("/unsubscribe/{token}")
public final class OptOutPage {
  private final OptOut optOut;
  private final Holds holds;

  OptOutPage(House house) {
    this.optOut = house.optOut();
    this.holds = house.engine().holds();
  }

  @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() throws IOException {
    return Html.page("unsubscribe.html");
  }

  @PostMapping
  ResponseEntity<Void> withdraw(@PathVariable String token) {
    boolean done = optOut.find(token).map(holds::optOut).orElse(false);
    return ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.NOT_FOUND).build();
  }
}
