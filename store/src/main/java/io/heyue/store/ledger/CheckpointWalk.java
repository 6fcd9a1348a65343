package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.KeyRing;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.SignedNote;
import io.heyue.store.ledger.LedgerReport.Fault;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One walk over all checkpoints, after the chains were walked: each must be signed, follow the one
 * before, be of chains that only grew, and stand outside the database too.
 */
final class CheckpointWalk {
  private final Sql sql;
  private final Path folder;
  private final Map<Integer, Chain> walked;
  private final Map<Long, Hash> outside;
  private final List<Fault> faults = new ArrayList<>();
  private long checkpoints;
  private List<Long> lengths = java.util.Collections.nCopies(Ledger.STRIPES, 0L);
  private Hash previous = Hash.ZERO;

  CheckpointWalk(Sql sql, Path folder, Map<Integer, Chain> walked) {
    this.sql = sql;
    this.folder = folder;
    this.walked = walked;
    this.outside = new CheckpointFile(folder.resolve("ledger.checkpoints")).read();
  }

  /** What was found before, with what is found here. */
  LedgerReport report(LedgerReport before) {
    Optional<KeyRing> ring = ring();
    List<Mark> marks = new ArrayList<>();
    sql.each(
        """
        select c.number, c.note, c.lengths::text[] as lengths, u.at, u.length, m.head, m.root
        from ledger_checkpoint c
        cross join unnest(c.lengths) with ordinality as u(length, at)
        left join ledger_mark m on m.stripe = u.at - 1 and m.length = u.length
        order by c.number, u.at
        """,
        row -> {
          marks.add(mark(row));
          if (marks.size() == Ledger.STRIPES) {
            checkpoint(row, List.copyOf(marks), ring);
            marks.clear();
          }
        });
    outside.keySet().stream()
        .filter(number -> number > checkpoints)
        .forEach(number -> fault(number, "missing: it stands in ledger.checkpoints alone"));
    List<Fault> all = new ArrayList<>(before.faults());
    all.addAll(faults);
    return new LedgerReport(before.entries(), checkpoints, all);
  }

  private Optional<KeyRing> ring() {
    return Files.exists(folder.resolve("ledger.keys"))
        ? Optional.of(SigningKeys.openOrMake(folder, Instant.EPOCH).ring())
        : Optional.empty();
  }

  /** A mark that is not kept is taken for an empty chain, and so found by its root. */
  private static Mark mark(Row row) {
    int stripe = (int) row.number("at") - 1;
    return row.findText("root")
        .flatMap(Hash::find)
        .map(root ->
            new Mark(
                stripe, row.number("length"), Hash.find(row.text("head")).orElse(Hash.ZERO), root))
        .orElse(Mark.empty(stripe));
  }

  private void checkpoint(Row row, List<Mark> marks, Optional<KeyRing> ring) {
    long number = row.number("number");
    for (; checkpoints + 1 < number; checkpoints++) {
      fault(checkpoints + 1, "missing");
    }
    checkpoints++;
    List<Long> now = row.texts("lengths").stream().map(Long::valueOf).toList();
    Optional<SignedNote> note = SignedNote.find(row.text("note"));
    Optional<Checkpoint> found = note.flatMap(signed -> Checkpoint.find(signed.text()));
    if (found.isEmpty()) {
      fault(number, "it can't be read: overwritten");
      previous = Hash.of(new byte[] {0});
    } else {
      judge(found.get(), note.get(), number, marks, now, ring);
      previous = note.get().hash();
    }
    lengths = now;
  }

  private void judge(
      Checkpoint checkpoint,
      SignedNote note,
      long number,
      List<Mark> marks,
      List<Long> now,
      Optional<KeyRing> ring) {
    if (ring.map(keys -> keys.signer(note)).orElse(0) == 0) {
      fault(number, "it was not signed with a key of this installation");
    }
    if (checkpoint.number() != number || !checkpoint.previous().equals(previous)) {
      fault(number, "it doesn't follow the checkpoint before it");
    }
    if (!checkpoint.root().equals(Checkpoint.root(marks))
        || checkpoint.size() != now.stream().mapToLong(Long::longValue).sum()) {
      fault(number, "its root is not that of the chains as they were: something was replaced");
    }
    for (int stripe = 0; stripe < Ledger.STRIPES; stripe++) {
      if (now.get(stripe) < lengths.get(stripe)) {
        fault(number, "chain " + stripe + " is shorter than at the checkpoint before");
      }
      long length = walked.getOrDefault(stripe, Chain.empty()).length();
      if (length < now.get(stripe)) {
        fault(
            number,
            "chain " + stripe + " was " + now.get(stripe) + " long then; it ends at " + length);
      }
    }
    Hash kept = outside.get(number);
    if (kept != null && !kept.equals(note.hash())) {
      fault(number, "another one stands in ledger.checkpoints");
    } else if (kept == null && outside.keySet().stream().anyMatch(other -> other > number)) {
      fault(number, "it is missing in ledger.checkpoints");
    }
  }

  private void fault(long number, String what) {
    faults.add(new Fault(Fault.CHECKPOINT, number, what));
  }
}
