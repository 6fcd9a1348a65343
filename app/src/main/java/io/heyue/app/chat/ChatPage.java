package io.heyue.app.chat;

import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Opening;
import io.heyue.app.engine.Said;
import io.heyue.app.house.House;
import io.heyue.app.web.Limiter;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Mandate;
import io.heyue.store.conversations.Talk;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The borrower's page behind a personal link. */
@RestController
@Hidden
@RequestMapping("/c")
public final class ChatPage {
  private final Desk desk;
  private final House house;
  private final Limiter openings;

  ChatPage(House house, InstantSource clock) {
    this.house = house;
    this.desk = house.engine().desk();
    this.openings = new Limiter(60, Duration.ofMinutes(1), clock);
  }

  /** A personal link. */
  public record OpenBody(@Nullable String token) {
    @Override
    public String toString() {
      return "OpenBody";
    }
  }

  /** One message. */
  public record SaidView(long seq, String side, String text, Instant at) {
    static SaidView of(Said said) {
      return new SaidView(said.seq(), said.side().id(), said.text(), said.at());
    }

    @Override
    public String toString() {
      return "SaidView[" + seq + "]";
    }
  }

  /**
   * A conversation as its page shows it.
   *
   * @param code by which anybody can check that it is genuine
   * @param hotline of people
   */
  public record ChatView(
      String code, String lang, boolean over, String hotline, List<SaidView> messages) {
    @Override
    public String toString() {
      return "ChatView[" + code + "]";
    }
  }

  /** Why a link does not open. */
  public record ClosedView(String reason, String hotline) {}

  /** The page. It holds nothing personal and does not open anything yet. */
  @GetMapping(path = "/{token}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() throws IOException {
    return Html.page("chat.html");
  }

  @PostMapping("/open")
  ResponseEntity<?> open(@RequestBody OpenBody body, HttpServletRequest request) {
    if (!openings.allows(String.valueOf(request.getRemoteAddr()))) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }
    return switch (desk.open(
        String.valueOf(body.token()),
        conversation -> ChatCookies.secret(request, conversation.code()))) {
      case Opening.Opened opened ->
          ResponseEntity.ok()
              .header(HttpHeaders.SET_COOKIE, cookie(opened).toString())
              .body(view(opened.conversation(), opened.lang(), opened.over(), opened.messages()));
      case Opening.Closed closed ->
          ResponseEntity.status(HttpStatus.GONE)
              .body(
                  new ClosedView(
                      closed.reason().name().toLowerCase(java.util.Locale.ROOT), hotline(Lang.ZH)));
    };
  }

  /** What was said so far, for who has opened the link before. */
  @GetMapping("/session")
  ResponseEntity<?> session(
      @RequestParam(name = "code", required = false) @Nullable String code,
      HttpServletRequest request) {
    Optional<ConversationId> conversation =
        ChatCookies.secret(request, code).flatMap(desk::session);
    Optional<Talk> talk = conversation.flatMap(desk::find);
    if (talk.isEmpty()) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .body(new ClosedView("unknown", hotline(Lang.ZH)));
    }
    Talk found = talk.get();
    return ResponseEntity.ok(
        view(found.id(), found.lang(), desk.over(found.id()), desk.messages(found.id(), 0)));
  }

  private ChatView view(ConversationId conversation, Lang lang, boolean over, List<Said> messages) {
    return new ChatView(
        conversation.code(),
        lang.code(),
        over,
        hotline(lang),
        messages.stream().map(SaidView::of).toList());
  }

  private String hotline(Lang lang) {
    Mandate mandate = house.books().mandates().get(lang);
    return Objects.requireNonNull(mandate).hotline();
  }

  private ResponseCookie cookie(Opening.Opened opened) {
    return ResponseCookie.from(ChatCookies.name(opened.conversation().code()), opened.secret())
        .httpOnly(true)
        .secure(house.settings().server().cookiesOverHttpsOnly())
        .sameSite("Lax")
        .path("/")
        .maxAge(Desk.SESSION)
        .build();
  }
}
