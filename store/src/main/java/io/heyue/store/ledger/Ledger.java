package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Hash;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What was done and why, in sixteen chains of hashes.
 *
 * <p>Thread-safe; every call works in the transaction that it is given. An append locks its chains
 * until that ends, so append everything of a transaction in one call, as the last thing.
 */
public final class Ledger {
  static final int STRIPES = 16;
  private static final Field PAYLOAD = Field.of("ledger_entry", "payload");

  private final Path folder;
  private final Vault vault;
  private final SealingKey key;
  private final Anchor anchor;
  private final SecureRandom random = new SecureRandom();

  private Ledger(Path folder, Vault vault, SealingKey key, Anchor anchor) {
    this.folder = folder;
    this.vault = vault;
    this.key = key;
    this.anchor = anchor;
  }

  /**
   * The ledger whose key ({@code ledger.key}) and anchor ({@code ledger.anchor}) are in {@code
   * dataFolder}, made if there are none.
   */
  public static Ledger open(Path dataFolder, Vault vault) {
    SealingKey key = SealingKey.openOrMake(dataFolder.resolve("ledger.key"));
    return new Ledger(dataFolder, vault, key, new Anchor(dataFolder.resolve("ledger.anchor"), key));
  }

  /** Appends entries, those of one subject in the order given. */
  public void append(Sql sql, List<Entry> entries) {
    TreeMap<Integer, List<Entry>> byStripe = new TreeMap<>();
    for (Entry entry : entries) {
      byStripe.computeIfAbsent(stripe(entry.subject()), _ -> new ArrayList<>()).add(entry);
    }
    if (byStripe.isEmpty()) {
      return;
    }
    Map<Integer, Chain> heads = lock(sql, byStripe);
    anchor.note(heads, entries.getFirst().at());
    List<Object[]> rows = new ArrayList<>(entries.size());
    List<Object[]> ends = new ArrayList<>();
    byStripe.forEach((stripe, ofStripe) -> {
      Chain chain = heads.getOrDefault(stripe, Chain.empty());
      for (Entry entry : ofStripe) {
        chain = link(chain, stripe, entry, rows);
      }
      ends.add(
          new Object[] {
            chain.length(),
            chain.head().hex(),
            key.head(stripe, chain.length(), chain.head()),
            stripe
          });
    });
    var _ =
        sql.batch(
            """
            insert into ledger_entry (stripe, number, at, kind, conversation_id, case_id,
              permit_id, payload, commitment, hash, seal)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rows);
    var _ =
        sql.batch("update ledger_head set length = ?, hash = ?, seal = ? where stripe = ?", ends);
  }

  private Chain link(Chain chain, int stripe, Entry entry, List<Object[]> rows) {
    Committed committed = Committed.anew(entry.payload(), random);
    byte[] payload = vault.sealText(committed.written(), PAYLOAD);
    Plain plain =
        new Plain(
            stripe,
            // What the database keeps of a time.
            entry.at().truncatedTo(ChronoUnit.MICROS),
            entry.kind().id(),
            entry.conversation().map(ConversationId::value),
            entry.matter().map(CaseId::value),
            entry.permit().map(PermitId::value),
            Hash.of(payload).hex(),
            committed.commitment().map(Hash::hex));
    Chain longer = chain.append(plain.bytes());
    rows.add(
        new Object[] {
          stripe,
          longer.length(),
          plain.at(),
          plain.kind(),
          plain.conversation(),
          plain.matter(),
          plain.permit(),
          payload,
          plain.commitment(),
          longer.head().hex(),
          key.entry(stripe, longer.length(), longer.head())
        });
    return longer;
  }

  private Map<Integer, Chain> lock(Sql sql, SequencedMap<Integer, List<Entry>> stripes) {
    List<Long> wanted = stripes.keySet().stream().map(Integer::longValue).toList();
    Map<Integer, Chain> heads = heads(sql, wanted);
    if (heads.size() == wanted.size()) {
      return heads;
    }
    begin(sql);
    return heads(sql, wanted);
  }

  /**
   * Makes the heads of all chains, in order and before any is locked, so that two writers who both
   * begin can't wait for each other.
   */
  private void begin(Sql sql) {
    List<Object[]> heads = new ArrayList<>();
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      heads.add(new Object[] {stripe, Hash.ZERO.hex(), key.head(stripe, 0, Hash.ZERO)});
    }
    var _ =
        sql.batch(
            """
            insert into ledger_head (stripe, length, hash, seal) values (?, 0, ?, ?)
            on conflict do nothing
            """,
            heads);
  }

  private Map<Integer, Chain> heads(Sql sql, List<Long> stripes) {
    Map<Integer, Chain> heads = new TreeMap<>();
    sql.each(
        """
        select stripe, length, hash, seal from ledger_head
        where stripe = any(?) order by stripe for update
        """,
        row -> {
          int stripe = (int) row.number("stripe");
          heads.put(stripe, Heads.read(row, key));
        },
        stripes);
    return heads;
  }

  /**
   * Walks all chains from the beginning, as they are at one moment; whoever appends meanwhile is
   * not waited for. Must come first in its transaction. Reads the whole ledger, holding a thousand
   * entries, and holds every checkpoint against them; where it is sound, its length is noted in the
   * anchor.
   */
  public LedgerReport verify(Sql sql) {
    Walk walk = new Walk(sql, key, anchor.read());
    LedgerReport walked = walk.report();
    LedgerReport report = new CheckpointWalk(sql, folder, walk.walked()).report(walked);
    if (report.sound()) {
      anchor.write(walk.walked());
    }
    return report;
  }

  /** The entries about a permit, in the order in which they came about. */
  public List<Written> of(Sql sql, PermitId permit) {
    return list(sql, "permit_id", permit.value());
  }

  /** The entries about a conversation, in the order in which they came about. */
  public List<Written> of(Sql sql, ConversationId conversation) {
    return list(sql, "conversation_id", conversation.value());
  }

  /** Those of some conversations of which an entry tells that they were recorded. */
  public Set<ConversationId> recorded(Sql sql, Collection<ConversationId> conversations) {
    if (conversations.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        sql.list(
            """
            select distinct conversation_id from ledger_entry
            where kind = 'recording' and conversation_id = any(?)
            """,
            row -> new ConversationId(row.uuid("conversation_id")),
            conversations.stream().map(ConversationId::value).toList()));
  }

  /** The entries about a case, in the order in which they came about. */
  public List<Written> of(Sql sql, CaseId matter) {
    return list(sql, "case_id", matter.value());
  }

  /**
   * The latest contacts, permitted or refused, the newest first. Looks through the whole ledger.
   */
  public List<Written> latestContacts(Sql sql, int limit) {
    return sql.list(
        """
        select * from ledger_entry where kind in ('contact', 'refusal')
        order by at desc, number desc limit ?
        """,
        this::written,
        limit);
  }

  /**
   * Hands on the contacts of a time, permitted and refused, the oldest first, holding a thousand.
   *
   * @param from the first moment
   * @param to the first moment that doesn't belong to it any more
   */
  public void each(Sql sql, Instant from, Instant to, Consumer<Written> consumer) {
    sql.each(
        """
        select * from ledger_entry where kind in ('contact', 'refusal') and at >= ? and at < ?
        order by at, stripe, number
        """,
        row -> consumer.accept(written(row)),
        from,
        to);
  }

  /**
   * The entries about a permit, a conversation or a case, with what proves them, in the order in
   * which they came about. No two of the three share an id.
   *
   * @param most so many at most; one more is a fault of whoever asks
   */
  public List<Exhibit> exhibits(Sql sql, UUID about, int most) {
    List<Exhibit> found =
        sql.list(
            """
            select e.*, p.hash as previous from ledger_entry e
            left join ledger_entry p on p.stripe = e.stripe and p.number = e.number - 1
            where e.conversation_id = ? or e.permit_id = ? or e.case_id = ?
            order by e.at, e.stripe, e.number limit ?
            """,
            this::exhibit,
            about,
            about,
            about,
            most + 1);
    if (found.size() > most) {
      throw new IllegalArgumentException(
          "More than "
              + most
              + " entries are about "
              + about
              + ". Maybe ask for one of its conversations.");
    }
    return Place.inOrder(found, exhibit -> exhibit.written().place());
  }

  private Exhibit exhibit(Row row) {
    return new Exhibit(
        written(row),
        row.findText("previous").map(Hash::new).orElse(Hash.ZERO),
        Plain.of(row).text(),
        clear(row));
  }

  private List<Written> list(Sql sql, String column, UUID id) {
    return Place.inOrder(
        sql.list(
            """
            select * from ledger_entry where %s = ?
            """
                .formatted(column),
            this::written,
            id),
        Written::place);
  }

  private Written written(Row row) {
    return new Written(
        (int) row.number("stripe"),
        row.number("number"),
        row.text("hash"),
        row.text("kind"),
        row.instant("at"),
        row.findUuid("conversation_id").map(ConversationId::new),
        row.findUuid("case_id").map(CaseId::new),
        row.findUuid("permit_id").map(PermitId::new),
        clear(row).text());
  }

  private Committed clear(Row row) {
    return Committed.read(
        vault.open(row.bytes("payload"), PAYLOAD), row.findText("commitment").isPresent());
  }

  /** Which chain a subject's entries stand in. */
  static int stripe(UUID subject) {
    return Math.floorMod(subject.hashCode(), STRIPES);
  }
}
