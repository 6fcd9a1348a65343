package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.access.Right;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts for who watches, and who it is that watches. */
@RestController
@RequestMapping("/api/v1")
public final class SummaryApi {
  private final Transactor transactor;
  private final InstantSource clock;

  SummaryApi(Transactor transactor, InstantSource clock) {
    this.transactor = transactor;
    this.clock = clock;
  }

  /** Who asks, and what they may do. */
  public record Me(String name, String role, List<Right> rights) {}

  /**
   * A campaign that runs.
   *
   * @param written accounts written to at least once
   * @param done accounts that it has done with, refused ones among them
   * @param needsPerson accounts on which a person must decide
   */
  public record Running(
      UUID id, String name, long items, long written, long done, long waiting, long needsPerson) {}

  /**
   * Counts.
   *
   * @param needsPerson accounts in whose campaigns a person must decide whether there is contact
   * @param contactsToday messages permitted in the last 24 hours
   * @param dispositions how conversations ended, in all
   * @param refusals contacts refused by each rule, in all
   * @param letters messages by what became of them
   */
  public record Summary(
      Instant at,
      long accounts,
      long people,
      long needsPerson,
      long contactsToday,
      long openConversations,
      long rightParty,
      Map<String, Long> dispositions,
      Map<String, Long> promises,
      Map<String, Long> refusals,
      Map<String, Long> letters,
      List<Running> campaigns) {}

  @GetMapping("/me")
  Me me(@AuthenticationPrincipal Principal who) {
    return new Me(who.name(), who.role().id(), who.role().rights().stream().sorted().toList());
  }

  @GetMapping("/summary")
  Summary summary() {
    Instant now = clock.instant();
    return transactor.get(sql ->
        new Summary(
            now,
            number(sql, "select count(*) as n from account"),
            number(sql, "select count(*) as n from person"),
            number(
                sql,
                "select count(distinct i.account_id) as n from campaign_item i"
                    + " join campaign c on c.id = i.campaign_id"
                    + " where i.status = 'needs_person' and c.status <> 'stopped'"),
            sql.get(
                "select count(*) as n from contact_permit"
                    + " where purpose = 'outreach' and granted_at >= ?",
                row -> row.number("n"),
                now.minus(1, ChronoUnit.DAYS)),
            number(
                sql,
                "select count(*) as n from conversation"
                    + " where begun_at is not null and ended_at is null"),
            number(sql, "select count(*) as n from conversation where verified"),
            counts(
                sql,
                "select disposition as k, count(*) as n from conversation"
                    + " where disposition is not null group by 1 order by 2 desc, 1"),
            counts(
                sql,
                "select type as k, count(*) as n from case_event where type like 'Promise%'"
                    + " or type in ('PlanAgreed', 'ExtensionGranted', 'ReductionGranted')"
                    + " group by 1 order by 1"),
            counts(
                sql,
                "select r as k, count(*) as n from contact_refusal, unnest(rules) as r"
                    + " group by 1 order by 2 desc, 1"),
            counts(sql, "select state as k, count(*) as n from letter group by 1 order by 1"),
            running(sql)));
  }

  private static List<Running> running(Sql sql) {
    return sql.list(
        """
        select c.id, c.name, count(i.*) as items,
          count(i.written_at) as written,
          count(*) filter (where i.status = 'waiting') as waiting,
          count(*) filter (where i.status in ('done', 'refused')) as done,
          count(*) filter (where i.status = 'needs_person') as needs_person
        from campaign c left join campaign_item i on i.campaign_id = c.id
        where c.status = 'running' group by c.id, c.name, c.created_at order by c.created_at desc
        """,
        row ->
            new Running(
                row.uuid("id"),
                row.text("name"),
                row.number("items"),
                row.number("written"),
                row.number("done"),
                row.number("waiting"),
                row.number("needs_person")));
  }

  private static long number(Sql sql, String query) {
    return sql.get(query, row -> row.number("n"));
  }

  private static Map<String, Long> counts(Sql sql, String query) {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.each(query, row -> counts.put(row.text("k"), row.number("n")));
    return counts;
  }
}
