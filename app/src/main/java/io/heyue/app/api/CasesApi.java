package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.engine.Holds;
import io.heyue.app.house.House;
import io.heyue.core.audit.Canonical;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Hold;
import io.heyue.core.portfolio.Promise;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.PersonRecord;
import io.heyue.store.records.PersonRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases: what became of them, holds, promises. */
@RestController
@RequestMapping("/api/v1")
public final class CasesApi {
  private final House house;
  private final Cases cases = new Cases();
  private final PersonRecords persons;
  private final Ledger ledger;
  private final Holds holds;

  CasesApi(House house) {
    this.house = house;
    this.persons = new PersonRecords(house.store().vault());
    this.ledger = house.ledger();
    this.holds = house.engine().holds();
  }

  /** A sum as its decimal and its currency. */
  public record Sum(BigDecimal amount, String currency) {
    static Sum of(Money money) {
      return new Sum(money.decimal(), money.currency().getCurrencyCode());
    }
  }

  /**
   * A bar on contact.
   *
   * @param answerBy the last day on which the complaint that it stands for is answered
   */
  public record HoldView(
      String kind, Instant since, @Nullable Instant until, @Nullable LocalDate answerBy) {
    static HoldView of(Hold hold) {
      return new HoldView(
          hold.kind().id(), hold.since(), hold.until().orElse(null), hold.answerBy().orElse(null));
    }
  }

  /** A promise. */
  public record PromiseView(
      UUID id, UUID caseId, Sum amount, LocalDate due, LocalDate madeOn, Sum paid, String status) {
    static PromiseView of(Case matter, Promise promise) {
      return new PromiseView(
          promise.id().value(),
          matter.id().value(),
          Sum.of(promise.amount()),
          promise.due(),
          promise.madeOn(),
          // A kept promise was paid whole; the event that says so needs no sum.
          Sum.of(promise.status() == Promise.Status.KEPT ? promise.amount() : promise.paid()),
          promise.status().name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /**
   * A case.
   *
   * @param person masked
   * @param vulnerableSince since when the person is known to be, by their own words
   * @param decision what a person decided in this case on contacts that rules leave to one, as long
   *     as its time runs
   */
  public record CaseView(
      UUID id,
      long version,
      UUID accountId,
      UUID personId,
      @Nullable String person,
      Sum overdue,
      int daysPastDue,
      List<HoldView> holds,
      List<PromiseView> promises,
      Case.Tallies tallies,
      @Nullable String lastDisposition,
      boolean cured,
      @Nullable Instant vulnerableSince,
      DecisionsApi.@Nullable DecisionView decision) {}

  /** A hold to be placed. */
  public record HoldBody(@Nullable String kind, @Nullable Instant until, @Nullable String reason) {}

  @GetMapping("/cases")
  Page<CaseView> all(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return read(sql ->
        Page.of(
            views(sql, cases.page(sql, Optional.ofNullable(after).map(CaseId::new), most + 1)),
            most,
            view -> view.id().toString()));
  }

  @GetMapping("/cases/{id}")
  CaseView one(@PathVariable UUID id) {
    return read(sql -> views(sql, List.of(get(sql, id))).getFirst());
  }

  /** What happened to a case, in the canonical form of the ledger. */
  @GetMapping(path = "/cases/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
  String events(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    List<CaseEvent> events =
        read(sql -> {
          get(sql, id);
          return cases.events(sql, new CaseId(id));
        });
    Page<CaseEvent> page = Page.part(events, after, Page.limit(limit));
    return Canonical.text(new EventsView(page.items(), Optional.ofNullable(page.next())));
  }

  /** A page of events; in the canonical form {@code next} is absent at the end. */
  private record EventsView(List<CaseEvent> items, Optional<String> next) {}

  @GetMapping("/cases/{id}/why")
  Page<LedgerApi.EntryView> why(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    return read(sql -> {
      get(sql, id);
      return Page.part(
          ledger.of(sql, new CaseId(id)).stream().map(LedgerApi::view).toList(),
          after,
          Page.limit(limit));
    });
  }

  @PostMapping("/cases/{id}/holds")
  ResponseEntity<CaseView> place(
      @PathVariable UUID id, @RequestBody HoldBody body, @AuthenticationPrincipal Principal who) {
    HoldKind kind = kind(body.kind());
    Instant now = house.clock().instant();
    if (body.until() != null && !body.until().isAfter(now)) {
      throw new Unusable("until lies in the past.");
    }
    CaseView view =
        view(
            holds.place(
                new CaseId(id),
                kind,
                Optional.ofNullable(body.until()),
                who.name(),
                reason(body.reason())),
            "case");
    return ResponseEntity.status(HttpStatus.CREATED).body(view);
  }

  @DeleteMapping("/cases/{id}/holds/{kind}")
  CaseView lift(
      @PathVariable UUID id,
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable String reason,
      @AuthenticationPrincipal Principal who) {
    HoldKind meant = kind(kind);
    return view(holds.lift(new CaseId(id), meant, who.name(), reason(reason)), "hold on this case");
  }

  @DeleteMapping("/cases/{id}/vulnerability")
  CaseView recovered(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String reason,
      @AuthenticationPrincipal Principal who) {
    return view(
        holds.recovered(new CaseId(id), who.name(), reason(reason)), "vulnerability on this case");
  }

  private CaseView view(Optional<Case> after, String what) {
    Case matter = after.orElseThrow(() -> Problems.none(what));
    return read(sql -> views(sql, List.of(matter)).getFirst());
  }

  /** Of {@code limit} cases after {@code after}, those promises that stand so. */
  @GetMapping("/promises")
  Page<PromiseView> promises(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return read(sql -> {
      Page<Case> page =
          Page.of(withPromises(sql, after, most + 1), most, matter -> matter.id().toString());
      List<PromiseView> views =
          page.items().stream()
              .flatMap(matter ->
                  matter.promises().stream().map(promise -> PromiseView.of(matter, promise)))
              .filter(view -> status == null || view.status().equals(status))
              .toList();
      return new Page<>(views, page.next());
    });
  }

  private List<Case> withPromises(Sql sql, @Nullable UUID after, int limit) {
    List<CaseId> ids =
        sql.list(
            """
            select distinct case_id from case_event
            where type in ('PromiseMade', 'PlanAgreed', 'ExtensionGranted', 'ReductionGranted')
              and (?::uuid is null or case_id > ?) order by case_id limit ?
            """,
            row -> new CaseId(row.uuid("case_id")),
            after,
            after,
            limit);
    Map<CaseId, Cases.Kept> kept = cases.kept(sql, ids);
    return ids.stream().map(id -> java.util.Objects.requireNonNull(kept.get(id)).matter()).toList();
  }

  private <T> T read(java.util.function.Function<Sql, T> work) {
    return house.store().database().transactor().get(work);
  }

  private Case get(Sql sql, UUID id) {
    return cases.find(sql, new CaseId(id)).orElseThrow(() -> Problems.none("case"));
  }

  private static HoldKind kind(@Nullable String id) {
    return HoldKind.find(String.valueOf(id))
        .orElseThrow(() -> new Unusable("kind is no kind of hold that is known."));
  }

  private static String reason(@Nullable String text) {
    return text == null ? "" : text.substring(0, Math.min(500, text.length()));
  }

  private List<CaseView> views(Sql sql, List<Case> matters) {
    Map<PersonId, PersonRecord> people =
        persons.list(sql, matters.stream().map(Case::person).toList());
    Instant now = house.clock().instant();
    return matters.stream()
        .map(matter -> view(matter, Optional.ofNullable(people.get(matter.person())), now))
        .toList();
  }

  /** Days are those of the person's calendar, as in everything that is said and judged. */
  private static CaseView view(Case matter, Optional<PersonRecord> person, Instant now) {
    ZoneId zone = person.map(PersonRecord::zone).orElse(ZoneOffset.UTC);
    return new CaseView(
        matter.id().value(),
        matter.version(),
        matter.account().id().value(),
        matter.person().value(),
        person.map(found -> found.name().masked()).orElse(null),
        Sum.of(matter.account().overdue()),
        matter.account().daysPastDue(LocalDate.ofInstant(now, zone)),
        matter.holds().values().stream()
            .filter(hold -> hold.standsAt(now))
            .map(HoldView::of)
            .sorted(java.util.Comparator.comparing(HoldView::kind))
            .toList(),
        matter.promises().stream().map(promise -> PromiseView.of(matter, promise)).toList(),
        matter.tallies(),
        matter.lastDisposition().map(Disposition::id).orElse(null),
        matter.cured(),
        matter.vulnerable().orElse(null),
        matter
            .decision()
            .filter(made -> made.standsAt(now))
            .map(DecisionsApi.DecisionView::of)
            .orElse(null));
  }
}
