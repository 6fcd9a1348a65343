package io.heyue.bench;

import io.heyue.app.engine.Why;
import io.heyue.store.ledger.LedgerReport;
import io.heyue.store.postgres.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the database holds of a day that is over.
 *
 * @param letters by how they ended
 * @param permits by what became of them
 * @param refusals by the rules that refused
 * @param entries of the ledger, by kind
 * @param dialled letters that were handed over to the telephone
 * @param underPermits distinct permits of those
 * @param verified how long it took to walk the ledger
 */
record DayBooks(
    Map<String, Long> letters,
    Map<String, Long> permits,
    Map<String, Long> refusals,
    Map<String, Long> entries,
    long dialled,
    long underPermits,
    LedgerReport ledger,
    Duration verified) {
  /** When something is due next. */
  static Optional<Instant> due(Transactor transactor) {
    return transactor.get(sql ->
        sql.list(
                """
                select min(at) as at from (
                  select min(next_at) as at from campaign_item where status = 'waiting'
                  union all select min(next_at) from letter where state = 'queued') as due
                """,
                row -> row.findInstant("at"))
            .getFirst());
  }

  static DayBooks read(Transactor transactor, Why why) {
    long start = System.nanoTime();
    LedgerReport report = why.verify();
    Duration verified = Duration.ofNanos(System.nanoTime() - start);
    String gone =
        "from letter where state in ('sent', 'delivered', 'failed', 'unknown') and reference is not null";
    return new DayBooks(
        counts(
            transactor,
            "select state || ' ' || coalesce(reason, '') as what, count(*) as n from letter group by 1 order by 2 desc"),
        counts(
            transactor,
            "select state as what, count(*) as n from contact_permit group by 1 order by 2 desc"),
        counts(
            transactor,
            "select rule as what, count(*) as n from contact_refusal, unnest(rules) as rule"
                + " group by 1 order by 2 desc"),
        counts(
            transactor,
            "select kind as what, count(*) as n from ledger_entry group by 1 order by 2 desc"),
        number(transactor, "select count(*) as n " + gone),
        number(transactor, "select count(distinct permit_id) as n " + gone),
        report,
        verified);
  }

  private static long number(Transactor transactor, String query) {
    return transactor.get(sql -> sql.get(query, row -> row.number("n")));
  }

  private static Map<String, Long> counts(Transactor transactor, String query) {
    Map<String, Long> counts = new LinkedHashMap<>();
    transactor.run(
        sql -> sql.each(query, row -> counts.put(row.text("what").strip(), row.number("n"))));
    return counts;
  }
}
