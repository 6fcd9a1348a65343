package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.KeyRing;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.MerkleTree;
import io.heyue.core.audit.SignedNote;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Signed statements of what the whole ledger was at a moment. Each is held against the one before
 * it, kept in the database, and appended to a file outside it ({@code ledger.checkpoints}).
 * Thread-safe, also against other processes.
 */
public final class Checkpoints {
  /** What a checkpoint says of its time where nobody else attests it. */
  public static final String CLOCK = "machine-clock";

  /** Whoever makes checkpoints or keys waits for each other at this number. */
  private static final long LOCK = 0x6865_7975_6531L;

  private final Path folder;
  private final SealingKey key;
  private final CheckpointFile file;

  private Checkpoints(Path folder, SealingKey key) {
    this.folder = folder;
    this.key = key;
    this.file = new CheckpointFile(folder.resolve("ledger.checkpoints"));
  }

  /** Those of the ledger of a data folder. */
  public static Checkpoints open(Path dataFolder) {
    return new Checkpoints(dataFolder, SealingKey.openOrMake(dataFolder.resolve("ledger.key")));
  }

  /**
   * A checkpoint that stands.
   *
   * @param lengths of all chains, in order
   */
  public record Kept(
      SignedNote note, Checkpoint checkpoint, List<Long> lengths, Optional<byte[]> token) {
    public Kept {
      lengths = List.copyOf(lengths);
    }

    /** Whether an entry stood when it was made. */
    public boolean covers(int stripe, long number) {
      return lengths.get(stripe) >= number;
    }

    static Kept of(Row row) {
      SignedNote note =
          SignedNote.find(row.text("note")).orElseThrow(() -> unreadable(row.number("number")));
      return new Kept(
          note,
          Checkpoint.find(note.text()).orElseThrow(() -> unreadable(row.number("number"))),
          row.texts("lengths").stream().map(Long::valueOf).toList(),
          row.findBytes("token"));
    }

    private static LedgerBroken unreadable(long number) {
      return new LedgerBroken("Checkpoint " + number + " can't be read: overwritten.");
    }
  }

  private static final String SELECT =
      """
      select c.number, c.note, c.lengths::text[] as lengths, t.token
      from ledger_checkpoint c left join ledger_time_token t on t.checkpoint = c.number
      """;

  /**
   * Makes a checkpoint if anything was written since the last one.
   *
   * @return the last one, whether it was made now or stood before; empty if nothing was ever
   *     written
   * @throws LedgerBroken if the ledger isn't what the last checkpoint says; nothing is signed
   */
  public Optional<Kept> make(Transactor transactor, Instant now) {
    Optional<Kept> made = transactor.get(sql -> make(sql, now));
    transactor.run(file::catchUp);
    return made;
  }

  private Optional<Kept> make(Sql sql, Instant now) {
    lock(sql);
    SigningKeys keys = SigningKeys.openOrMake(folder, now);
    Optional<Kept> last = last(sql);
    last.ifPresent(kept -> demandOurs(kept, keys.ring()));
    List<Chain> chains = Heads.all(sql, key);
    List<Long> lengths = chains.stream().map(Chain::length).toList();
    if (last.isPresent() ? lengths.equals(last.get().lengths()) : sum(lengths) == 0) {
      return last;
    }
    List<Mark> marks =
        grown(sql, chains, last.map(Kept::lengths).orElse(Collections.nCopies(Ledger.STRIPES, 0L)));
    Checkpoint checkpoint =
        Checkpoint.of(
            keys.ring().origin(),
            marks,
            last.map(kept -> kept.checkpoint().number() + 1).orElse(1L),
            now.truncatedTo(ChronoUnit.MICROS),
            CLOCK,
            last.map(kept -> kept.note().hash()).orElse(Hash.ZERO));
    SignedNote note = keys.sign(checkpoint.text());
    var _ =
        sql.update(
            "insert into ledger_checkpoint (number, at, lengths, note) values (?, ?, ?, ?)",
            checkpoint.number(),
            checkpoint.at(),
            lengths,
            note.note());
    return Optional.of(new Kept(note, checkpoint, lengths, Optional.empty()));
  }

  /** The marks of all chains, each of which must have grown out of what it was. */
  private List<Mark> grown(Sql sql, List<Chain> chains, List<Long> before) {
    List<Mark> marks = marks(sql, before);
    Map<Integer, Chain> changed = new TreeMap<>();
    for (Mark mark : marks) {
      Chain chain = chains.get(mark.stripe());
      if (chain.length() < mark.length()) {
        throw new LedgerBroken(
            "Ledger chain %d is %d long and was %d at the last checkpoint; nothing is signed."
                .formatted(mark.stripe(), chain.length(), mark.length()));
      }
      if (chain.length() > mark.length() || !chain.head().equals(mark.head())) {
        changed.put(mark.stripe(), chain);
      }
    }
    List<Object[]> fresh = new ArrayList<>();
    Growth.of(sql, key, changed)
        .forEach((stripe, growth) -> {
          Mark known = marks.get(stripe);
          MerkleTree tree = growth.tree();
          if (!tree.root(known.length()).equals(known.root())
              || growth.chain().length() == known.length()) {
            throw new LedgerBroken(
                "Ledger chain "
                    + stripe
                    + " is not what the last checkpoint says; nothing is signed. Run the ledger's"
                    + " verification.");
          }
          Chain chain = growth.chain();
          Mark mark = new Mark(stripe, chain.length(), chain.head(), tree.root());
          marks.set(stripe, mark);
          fresh.add(new Object[] {stripe, mark.length(), mark.head().hex(), mark.root().hex()});
        });
    var _ =
        sql.batch(
            "insert into ledger_mark (stripe, length, head, root) values (?, ?, ?, ?)", fresh);
    return marks;
  }

  private static void demandOurs(Kept last, KeyRing ring) {
    if (ring.signer(last.note()) == 0) {
      throw new LedgerBroken(
          "Checkpoint "
              + last.checkpoint().number()
              + " was not signed with a key of this installation. Maybe ledger.keys was replaced;"
              + " restore it from a backup.");
    }
  }

  private static long sum(List<Long> lengths) {
    return lengths.stream().mapToLong(Long::longValue).sum();
  }

  private static void lock(Sql sql) {
    sql.each("select pg_advisory_xact_lock(?)", _ -> {}, LOCK);
  }

  /** The last one. */
  public Optional<Kept> last(Sql sql) {
    return sql.find(SELECT + "order by c.number desc limit 1", Kept::of);
  }

  /** The first one made when an entry stood. */
  public Optional<Kept> firstCovering(Sql sql, int stripe, long number) {
    return sql.find(
        SELECT + "where c.lengths[?::int] >= ? order by c.number limit 1",
        Kept::of,
        stripe + 1,
        number);
  }

  /** The marks of all chains at a checkpoint. */
  public List<Mark> marks(Sql sql, Kept kept) {
    return marks(sql, kept.lengths());
  }

  private static List<Mark> marks(Sql sql, List<Long> lengths) {
    List<Mark> marks = new ArrayList<>();
    sql.each(
        """
        select u.at - 1 as stripe, u.length, m.head, m.root
        from unnest(?::bigint[]) with ordinality as u(length, at)
        left join ledger_mark m on m.stripe = u.at - 1 and m.length = u.length order by u.at
        """,
        row -> {
          int stripe = (int) row.number("stripe");
          long length = row.number("length");
          marks.add(
              length == 0
                  ? Mark.empty(stripe)
                  : new Mark(stripe, length, hash(row, "head"), hash(row, "root")));
        },
        lengths);
    return marks;
  }

  private static Hash hash(Row row, String column) {
    return row.findText(column)
        .flatMap(Hash::find)
        .orElseThrow(() ->
            new LedgerBroken(
                "How a ledger chain was at a checkpoint is not kept; run the ledger's"
                    + " verification."));
  }

  /** The tree of a chain as it was at a checkpoint. */
  public MerkleTree tree(Sql sql, Kept kept, int stripe) {
    return ChainTree.of(sql, stripe, kept.lengths().get(stripe));
  }

  /** The last one whose time nobody has attested yet. */
  public Optional<Kept> unattested(Sql sql) {
    return last(sql).filter(kept -> kept.token().isEmpty());
  }

  /** Keeps a time-stamp token over a checkpoint's note; the first one counts. */
  public void attest(Sql sql, long checkpoint, Instant at, byte[] token) {
    var _ =
        sql.update(
            """
            insert into ledger_time_token (checkpoint, at, token) values (?, ?, ?)
            on conflict do nothing
            """,
            checkpoint,
            at,
            token);
  }

  /** The public keys; the first is made if there is none. */
  public KeyRing keys(Instant now) {
    return SigningKeys.openOrMake(folder, now).ring();
  }

  /** Puts a text under our signature, such as the list of what is in a bundle of evidence. */
  public SignedNote sign(UnaryOperator<String> text, Instant now) {
    SigningKeys keys = SigningKeys.openOrMake(folder, now);
    return keys.sign(text.apply(keys.ring().origin()));
  }

  /** Lets a new key take over, within the transaction that says so in the ledger. */
  public KeyRing rotate(Sql sql, Instant now) {
    lock(sql);
    return SigningKeys.openOrMake(folder, now).rotate(folder, now).ring();
  }

  /** What is kept outside the database: hashes of notes by numbers. */
  Map<Long, Hash> outside() {
    return file.read();
  }
}
