package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.engine.Mending;
import io.heyue.app.house.House;
import io.heyue.store.setbacks.Setback;
import io.heyue.store.setbacks.Setback.State;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work that failed and was put aside. */
@RestController
@RequestMapping("/api/v1/setbacks")
public final class SetbacksApi {
  private static final int LONGEST_REASON = 500;

  private final Mending mending;

  SetbacksApi(House house) {
    this.mending = house.engine().mending();
  }

  /**
   * An item that was put aside.
   *
   * @param kind payment, promise, interruption, silence, confirmation, campaign or campaign_item
   * @param item the id of what it is about: an account, a case, a conversation, a confirmation, a
   *     campaign, or a campaign and an account with a slash between them
   * @param reason the kind of failure and where it came up; never what it was about
   * @param state waiting, given_up or dismissed
   * @param nextAt when it is tried again, where it waits
   */
  public record SetbackView(
      UUID id,
      String kind,
      String item,
      String state,
      String reason,
      int tries,
      Instant firstAt,
      @Nullable Instant nextAt,
      @Nullable String dismissedBy,
      @Nullable Instant dismissedAt,
      @Nullable String dismissedReason) {
    static SetbackView of(Setback setback) {
      return new SetbackView(
          setback.id(),
          setback.kind().id(),
          setback.item(),
          setback.state().id(),
          setback.reason(),
          setback.tries(),
          setback.firstAt(),
          setback.state() == State.WAITING ? setback.nextAt() : null,
          setback.dismissedBy().orElse(null),
          setback.dismissedAt().orElse(null),
          setback.dismissedReason().orElse(null));
    }

    @Override
    public String toString() {
      return "SetbackView[" + id + "]";
    }
  }

  /** Why something is not to be done. */
  public record DismissBody(@Nullable String reason) {
    @Override
    public String toString() {
      return "DismissBody";
    }
  }

  @GetMapping
  Page<SetbackView> all(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    List<SetbackView> read =
        mending
            .page(
                OneOf.find("state", state, List.of(State.values()), State::id),
                OneOf.find("kind", kind, List.of(Kind.values()), Kind::id),
                Optional.ofNullable(after),
                most + 1)
            .stream()
            .map(SetbackView::of)
            .toList();
    return Page.of(read, most, view -> view.id().toString());
  }

  @PostMapping("/{id}/retry")
  ResponseEntity<?> retry(@PathVariable UUID id, @AuthenticationPrincipal Principal who) {
    return answer(mending.retry(id, who.name()));
  }

  @PostMapping("/{id}/dismiss")
  ResponseEntity<?> dismiss(
      @PathVariable UUID id,
      @RequestBody DismissBody body,
      @AuthenticationPrincipal Principal who) {
    String reason = body.reason() == null ? "" : body.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new Unusable("reason must hold 1 to " + LONGEST_REASON + " characters.");
    }
    return answer(mending.dismiss(id, who.name(), reason));
  }

  private static ResponseEntity<?> answer(Mending.Answer answer) {
    return switch (answer) {
      case Mending.Answer.Done done -> ResponseEntity.ok(SetbackView.of(done.setback()));
      case Mending.Answer.NotNow no -> {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, no.why());
        problem.setTitle(HttpStatus.CONFLICT.getReasonPhrase());
        yield ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
      }
    };
  }
}
