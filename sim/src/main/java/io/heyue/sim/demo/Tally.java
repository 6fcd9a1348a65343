package io.heyue.sim.demo;

import io.heyue.sim.check.ContactLog;
import io.heyue.sim.check.Finding;
import io.heyue.store.ledger.LedgerReport;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what has happened, from the database and from the checkers. */
final class Tally {
  private final Transactor transactor;
  private static final int MOST_EXAMPLES = 20;

  private final Map<String, Integer> findings = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private final AtomicInteger unlawful = new AtomicInteger();
  private int talks;

  Tally(Transactor transactor) {
    this.transactor = transactor;
  }

  /** A talk is over. */
  void note(Town.Ended ended) {
    talks++;
    ended
        .held()
        .findings()
        .forEach(
            finding -> note(finding, "%s, talk %d".formatted(ended.who().persona().id(), talks)));
  }

  /** What is to be said of the contacts themselves. */
  void contacts(ContactLog log) {
    log.findings().forEach(finding -> note(finding, "contact"));
  }

  private void note(Finding finding, String where) {
    findings.merge(finding.kind() + " " + finding.check(), 1, Integer::sum);
    if (finding.kind() == Finding.Kind.UNLAWFUL) {
      var _ = unlawful.incrementAndGet();
    }
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(
          "%s %s, turn %d (%s): %s"
              .formatted(finding.kind(), finding.check(), finding.turn(), where, finding.what()));
    }
  }

  /** One line, for people who watch. */
  String line() {
    return transactor.get(sql ->
        String.format(
            "contacts %d · right party %d · promises %d · kept %d · broken %d · hand-overs %d · refused %d · unlawful %d",
            contacts(sql),
            events(sql, "RightPartyVerified"),
            promises(sql),
            events(sql, "PromiseKept"),
            events(sql, "PromiseBroken"),
            events(sql, "HandedOver"),
            number(sql, "select count(*) as n from contact_refusal"),
            unlawful.get()));
  }

  /** Everything, in the order in which it is read. */
  Map<String, Object> summary(LedgerReport ledger, boolean sound) {
    return transactor.get(sql -> {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("contacts", contacts(sql));
      all.put("conversations", events(sql, "ConversationEnded"));
      all.put("rightParty", events(sql, "RightPartyVerified"));
      all.put("promises", promises(sql));
      all.put("kept", events(sql, "PromiseKept"));
      all.put("partlyKept", events(sql, "PromisePartlyKept"));
      all.put("broken", events(sql, "PromiseBroken"));
      all.put("handOvers", events(sql, "HandedOver"));
      all.put("cured", events(sql, "Cured"));
      all.put("dispositions", dispositions(sql));
      all.put("refusalsByRule", refusals(sql));
      all.put("unlawful", unlawful.get());
      all.put("findings", new TreeMap<>(findings));
      all.put("findingExamples", List.copyOf(examples));
      all.put("ledgerEntries", number(sql, "select count(*) as n from ledger_entry"));
      all.put("ledgerVerified", sound);
      all.put("ledger", ledger.toString());
      return all;
    });
  }

  private static long contacts(Sql sql) {
    return number(sql, "select count(*) as n from contact_permit where purpose = 'outreach'");
  }

  private static long promises(Sql sql) {
    return number(
        sql,
        "select count(*) as n from case_event where type in"
            + " ('PromiseMade', 'PlanAgreed', 'ExtensionGranted', 'ReductionGranted')");
  }

  private static long events(Sql sql, String type) {
    return sql.get(
        "select count(*) as n from case_event where type = ?", row -> row.number("n"), type);
  }

  private static long number(Sql sql, String query) {
    return sql.get(query, row -> row.number("n"));
  }

  private static Map<String, Long> dispositions(Sql sql) {
    return counts(
        sql,
        "select disposition as k, count(*) as n from conversation"
            + " where disposition is not null group by 1 order by 2 desc, 1");
  }

  private static Map<String, Long> refusals(Sql sql) {
    return counts(
        sql,
        "select r as k, count(*) as n from contact_refusal, unnest(rules) as r"
            + " group by 1 order by 2 desc, 1");
  }

  private static Map<String, Long> counts(Sql sql, String query) {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.each(query, row -> counts.put(row.text("k"), row.number("n")));
    return counts;
  }
}
