package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.engine.Colleagues;
import io.heyue.app.house.House;
import io.heyue.core.base.Channel;
import io.heyue.core.dialogue.Team;
import io.heyue.core.law.RuleId;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.handovers.HandoverRow.Outcome;
import io.heyue.store.handovers.HandoverRow.Status;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Conversations that people take over. */
@RestController
@RequestMapping("/api/v1/handovers")
public final class HandoversApi {
  private static final Set<Channel> WAYS = EnumSet.of(Channel.CHAT, Channel.SMS, Channel.EMAIL);
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NOTE = 2_000;

  private final Colleagues colleagues;

  HandoversApi(House house) {
    this.colleagues = house.engine().colleagues();
  }

  /**
   * A hand-over.
   *
   * @param team negotiation, supervisor or service
   * @param summary what who takes it needs to know, by language; names nobody
   */
  public record HandoverView(
      UUID id,
      UUID conversationId,
      UUID caseId,
      String reason,
      String team,
      Map<String, String> summary,
      String status,
      Instant createdAt,
      @Nullable String claimedBy,
      @Nullable Instant claimedAt,
      @Nullable Instant closedAt,
      @Nullable String outcome,
      @Nullable String note) {
    static HandoverView of(HandoverRow row) {
      return new HandoverView(
          row.id(),
          row.conversation().value(),
          row.matter().value(),
          row.reason().id(),
          row.team().id(),
          row.summary().entrySet().stream()
              .collect(Collectors.toMap(each -> each.getKey().code(), Map.Entry::getValue)),
          row.status().id(),
          row.createdAt(),
          row.claimedBy().orElse(null),
          row.claimedAt().orElse(null),
          row.closedAt().orElse(null),
          row.outcome().map(Outcome::id).orElse(null),
          row.note().orElse(null));
    }

    @Override
    public String toString() {
      return "HandoverView[" + id + "]";
    }
  }

  /** How one ended: resolved, agreed, unreachable or passed_on. */
  public record CloseBody(@Nullable String outcome, @Nullable String note) {
    @Override
    public String toString() {
      return "CloseBody";
    }
  }

  /**
   * What is to be said to the person.
   *
   * @param channel chat, sms or email; absent for that of the conversation
   */
  public record SayBody(@Nullable String text, @Nullable String channel) {
    @Override
    public String toString() {
      return "SayBody";
    }
  }

  /** Hand-overs, the oldest first. */
  @GetMapping
  Page<HandoverView> all(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String team,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    List<HandoverView> read =
        colleagues
            .page(
                OneOf.find("status", status, List.of(Status.values()), Status::id),
                OneOf.find("team", team, List.of(Team.values()), Team::id),
                Optional.ofNullable(after),
                most + 1)
            .stream()
            .map(HandoverView::of)
            .toList();
    return Page.of(read, most, view -> view.id().toString());
  }

  @PostMapping("/{id}/claim")
  ResponseEntity<?> claim(@PathVariable UUID id, @AuthenticationPrincipal Principal who) {
    return answer(colleagues.claim(id, who.name()));
  }

  @PostMapping("/{id}/messages")
  ResponseEntity<?> say(
      @PathVariable UUID id, @RequestBody SayBody body, @AuthenticationPrincipal Principal who) {
    String text = String.valueOf(body.text() == null ? "" : body.text()).strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new Unusable("text must hold 1 to " + LONGEST_TEXT + " characters.");
    }
    Optional<Channel> channel = OneOf.find("channel", body.channel(), WAYS, Channel::id);
    return answer(colleagues.say(id, who.name(), text, channel));
  }

  @PostMapping("/{id}/close")
  ResponseEntity<?> close(
      @PathVariable UUID id, @RequestBody CloseBody body, @AuthenticationPrincipal Principal who) {
    Outcome outcome = OneOf.need("outcome", body.outcome(), List.of(Outcome.values()), Outcome::id);
    String note = body.note() == null ? "" : body.note();
    if (note.length() > LONGEST_NOTE) {
      throw new Unusable("note must hold at most " + LONGEST_NOTE + " characters.");
    }
    return answer(colleagues.close(id, who.name(), outcome, note));
  }

  private static ResponseEntity<?> answer(Colleagues.Answer answer) {
    return switch (answer) {
      case Colleagues.Answer.Done done -> ResponseEntity.ok(HandoverView.of(done.row()));
      case Colleagues.Answer.NotNow no -> problem(HttpStatus.CONFLICT, no.why());
      case Colleagues.Answer.Refused refused ->
          problem(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "The guard refuses this by "
                  + refused.rules().stream().map(RuleId::toString).collect(Collectors.joining(", "))
                  + ": "
                  + String.join("; ", refused.reasons())
                  + ".");
    };
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(status.getReasonPhrase());
    return ResponseEntity.status(status).body(problem);
  }
}
