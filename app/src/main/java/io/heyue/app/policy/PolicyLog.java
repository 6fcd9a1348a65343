package io.heyue.app.policy;

import io.heyue.brain.book.PolicyFile.Term;
import io.heyue.core.audit.Canonical;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Remembers which policies were in use, and enters every change into the ledger. Thread-safe. */
public final class PolicyLog {
  private final Transactor transactor;
  private final Ledger ledger;

  public PolicyLog(Transactor transactor, Ledger ledger) {
    this.transactor = transactor;
    this.ledger = ledger;
  }

  /** For the ledger. */
  private record Changed(
      String what,
      String file,
      Optional<String> lender,
      int revision,
      String signer,
      String reason,
      String hash,
      Optional<String> signedBy,
      Optional<String> fingerprint,
      List<Values> terms,
      List<String> problems) {
    static Changed of(String what, Standing standing) {
      return new Changed(
          what,
          standing.file(),
          standing.policy().lender(),
          standing.policy().revision(),
          standing.policy().signer(),
          standing.policy().reason(),
          standing.policy().hash(),
          standing.signedBy(),
          standing.fingerprint(),
          standing.policy().terms().stream().map(Values::of).toList(),
          standing.problems());
    }
  }

  private record Values(
      String from,
      Optional<String> to,
      Optional<Integer> maxAttemptsPerDay,
      Optional<Integer> maxEffectivePerDay,
      Optional<Integer> maxEffectivePerWeek) {
    static Values of(Term term) {
      return new Values(
          term.from().toString(),
          term.to().map(Object::toString),
          boxed(term.maxAttemptsPerDay()),
          boxed(term.maxEffectivePerDay()),
          boxed(term.maxEffectivePerWeek()));
    }

    private static Optional<Integer> boxed(OptionalInt value) {
      return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
  }

  private record Removed(String what, String file) {}

  /** The latest revision of each file that was ever in use. */
  public Map<String, Integer> seen() {
    Map<String, Integer> seen = new HashMap<>();
    transactor.run(sql ->
        sql.each(
            "select file, revision from lender_policy",
            row -> seen.put(row.text("file"), (int) row.number("revision"))));
    return seen;
  }

  /** Notes what is in use from now on; what is as it was leaves no trace. */
  public void note(Policies policies, Instant now) {
    transactor.run(sql -> note(sql, policies, now));
  }

  private void note(Sql sql, Policies policies, Instant now) {
    // Two processes that start at once take turns.
    sql.update("lock table lender_policy in share row exclusive mode");
    Map<String, String> before = new HashMap<>();
    sql.each(
        "select file, standing from lender_policy where standing <> ''",
        row -> before.put(row.text("file"), row.text("standing")));
    List<Entry> entries = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Standing standing : policies.standings()) {
      there.add(standing.file());
      Changed changed = Changed.of("policy in use", standing);
      String text = Canonical.text(changed);
      if (!text.equals(before.get(standing.file()))) {
        keep(sql, standing, text, now);
        entries.add(entry(standing.file(), text, now));
      }
    }
    for (String file : before.keySet()) {
      if (!there.contains(file)) {
        sql.update("update lender_policy set standing = '' where file = ?", file);
        entries.add(entry(file, Canonical.text(new Removed("policy taken away", file)), now));
      }
    }
    ledger.append(sql, entries);
  }

  private static void keep(Sql sql, Standing standing, String text, Instant now) {
    sql.update(
        """
        insert into lender_policy (file, revision, standing, noted_at) values (?, ?, ?, ?)
        on conflict (file) do update set standing = excluded.standing,
          revision = greatest(lender_policy.revision, excluded.revision),
          noted_at = excluded.noted_at
        """,
        standing.file(),
        standing.policy().revision(),
        text,
        now);
  }

  private static Entry entry(String file, String payload, Instant now) {
    return new Entry(
        Entry.Kind.POLICY,
        now,
        UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        payload);
  }
}
