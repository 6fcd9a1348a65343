package io.heyue.app.api;

import io.heyue.app.house.House;
import io.heyue.core.base.CaseId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Hold;
import io.heyue.store.cases.Cases;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bars on contact that stand now, of one case or of all. */
@RestController
@RequestMapping("/api/v1")
public final class HoldsApi {
  private final House house;
  private final Cases cases = new Cases();

  HoldsApi(House house) {
    this.house = house;
  }

  /**
   * A bar on contact, and on which case it stands.
   *
   * @param answerBy the last day on which the complaint that it stands for is answered
   */
  public record StandingView(
      UUID caseId,
      String kind,
      Instant since,
      @Nullable Instant until,
      @Nullable LocalDate answerBy) {}

  @GetMapping("/cases/{id}/holds")
  Page<StandingView> of(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    Instant now = house.clock().instant();
    Case matter =
        house
            .store()
            .database()
            .transactor()
            .get(sql -> cases.find(sql, new CaseId(id)))
            .orElseThrow(() -> Problems.none("case"));
    return Page.part(standing(matter, now).toList(), after, Page.limit(limit));
  }

  /** The holds of {@code limit} cases after {@code after}; a page may hold more or none. */
  @GetMapping("/holds")
  Page<StandingView> all(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    Instant now = house.clock().instant();
    Page<Case> page =
        house
            .store()
            .database()
            .transactor()
            .get(sql ->
                Page.of(withHolds(sql, after, most + 1), most, matter -> matter.id().toString()));
    return new Page<>(
        page.items().stream()
            .flatMap(matter -> standing(matter, now))
            .filter(hold -> kind == null || hold.kind().equals(kind))
            .toList(),
        page.next());
  }

  private List<Case> withHolds(Sql sql, @Nullable UUID after, int limit) {
    List<CaseId> ids =
        sql.list(
            """
            select case_id from case_state
            where body -> 'holds' <> '{}' and (?::uuid is null or case_id > ?)
            order by case_id limit ?
            """,
            row -> new CaseId(row.uuid("case_id")),
            after,
            after,
            limit);
    Map<CaseId, Cases.Kept> kept = cases.kept(sql, ids);
    return ids.stream().map(id -> Objects.requireNonNull(kept.get(id)).matter()).toList();
  }

  private static Stream<StandingView> standing(Case matter, Instant now) {
    return matter.holds().values().stream()
        .filter(hold -> hold.standsAt(now))
        .sorted(Comparator.comparing(Hold::kind))
        .map(hold ->
            new StandingView(
                matter.id().value(),
                hold.kind().id(),
                hold.since(),
                hold.until().orElse(null),
                hold.answerBy().orElse(null)));
  }
}
