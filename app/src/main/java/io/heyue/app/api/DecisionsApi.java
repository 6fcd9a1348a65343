package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.engine.Decisions;
import io.heyue.app.engine.Decisions.Answer;
import io.heyue.app.house.House;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Decision;
import io.heyue.store.campaigns.Referrals.Waiting;
import io.heyue.store.records.PersonRecord;
import io.heyue.store.records.PersonRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Contacts that rules leave to a person: which wait, and what one decides. */
@RestController
@RequestMapping("/api/v1")
public final class DecisionsApi {
  private static final int LONGEST_REASON = 500;

  /** No clock counts much further. */
  private static final int LAST_YEAR = 9_999;

  private final House house;
  private final Decisions decisions;
  private final PersonRecords persons;

  DecisionsApi(House house) {
    this.house = house;
    this.decisions = house.engine().decisions();
    this.persons = new PersonRecords(house.store().vault());
  }

  /**
   * A case that waits for a decision.
   *
   * @param person masked
   * @param since when the first of its contacts was left to a person
   * @param rules which rules leave it to a person
   * @param flags what has to be decided on; empty where a person has to make the contact
   */
  public record WaitingView(
      UUID caseId,
      UUID personId,
      @Nullable String person,
      Instant since,
      List<String> rules,
      List<String> flags,
      List<UUID> campaigns) {}

  /**
   * What a person decided.
   *
   * @param until when it ends
   * @param channels by which; empty for all
   * @param flags what was known of the person then
   */
  public record DecisionView(
      Instant at, boolean contact, Instant until, List<String> channels, List<String> flags) {
    static DecisionView of(Decision made) {
      return new DecisionView(
          made.at(),
          made.contact(),
          made.until(),
          made.channels().stream().map(Channel::id).sorted().toList(),
          made.flags().stream().sorted().toList());
    }
  }

  /**
   * What is to be decided.
   *
   * @param contact whether the person may be contacted
   * @param until the last day on which it holds; absent for as long as the lender's mandate says
   * @param channels by which; absent for all
   */
  public record DecisionBody(
      @Nullable Boolean contact,
      @Nullable LocalDate until,
      @Nullable List<String> channels,
      @Nullable String reason) {
    @Override
    public String toString() {
      return "DecisionBody";
    }
  }

  @GetMapping("/decisions")
  Page<WaitingView> waiting(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    Page<Waiting> page =
        Page.of(
            decisions.page(Optional.ofNullable(after).map(CaseId::new), most + 1),
            most,
            waiting -> waiting.matter().toString());
    List<PersonId> ids = page.items().stream().map(Waiting::person).toList();
    Map<PersonId, PersonRecord> people =
        house.store().database().transactor().get(sql -> persons.list(sql, ids));
    return new Page<>(
        page.items().stream().map(waiting -> view(waiting, people)).toList(), page.next());
  }

  private static WaitingView view(Waiting waiting, Map<PersonId, PersonRecord> people) {
    return new WaitingView(
        waiting.matter().value(),
        waiting.person().value(),
        Optional.ofNullable(people.get(waiting.person()))
            .map(found -> found.name().masked())
            .orElse(null),
        waiting.since(),
        waiting.rules().stream().sorted().toList(),
        waiting.flags().stream().sorted().toList(),
        waiting.campaigns().stream().map(CampaignId::value).toList());
  }

  @PostMapping("/cases/{id}/decisions")
  ResponseEntity<?> decide(
      @PathVariable UUID id,
      @RequestBody DecisionBody body,
      @AuthenticationPrincipal Principal who) {
    return switch (decisions.decide(new CaseId(id), wish(body), who.name())) {
      case Answer.Decided decided ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(DecisionView.of(decided.matter().decision().orElseThrow()));
      case Answer.NoCase _ -> throw Problems.none("case");
      case Answer.Over over ->
          throw new Unusable("until " + over.until() + " lies in the past. Maybe leave it out.");
      case Answer.NothingToDecide _ -> nothing();
    };
  }

  private static Decisions.Wish wish(DecisionBody body) {
    if (body.contact() == null) {
      throw new Unusable("contact is missing: true or false.");
    }
    String reason = body.reason() == null ? "" : body.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new Unusable("reason must hold 1 to " + LONGEST_REASON + " characters.");
    }
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (body.channels() != null) {
      body.channels().stream()
          .map(word -> OneOf.need("A channel", word, List.of(Channel.values()), Channel::id))
          .forEach(channels::add);
    }
    LocalDate until = body.until();
    if (until != null && until.getYear() > LAST_YEAR) {
      throw new Unusable("until " + until + " is too far away. Maybe leave it out.");
    }
    return new Decisions.Wish(body.contact(), Optional.ofNullable(until), channels, reason);
  }

  private static ResponseEntity<?> nothing() {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONFLICT, "Nothing is known of this person that anybody has to decide on.");
    problem.setTitle(HttpStatus.CONFLICT.getReasonPhrase());
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }
}
