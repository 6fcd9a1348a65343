package io.heyue.app.proof;

import io.heyue.app.access.Role;
import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.KeyRing;
import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import io.heyue.store.law.LawPacks;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Checkpoints.Kept;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Exhibit;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.LedgerBroken;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes bundles of evidence: everything that the ledger has about a contact, as far as a role may
 * see it, with what proves it to somebody who has never seen us. That one was made stands in the
 * ledger. Thread-safe.
 */
public final class Evidence {
  /** What a browser may let a page do: show itself in its own style. */
  public static final String PAGE_POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(Hash.of(LawText.bytes(PageStyle.CSS)).bytes())
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** More records no bundle holds; a case that has more is shown by its conversations. */
  private static final int MOST_RECORDS = 5_000;

  private final Transactor transactor;
  private final Ledger ledger;
  private final Checkpoints checkpoints;
  private final LawPacks packs = new LawPacks();
  private final InstantSource clock;

  public Evidence(
      Transactor transactor, Ledger ledger, Checkpoints checkpoints, InstantSource clock) {
    this.transactor = transactor;
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  /** For the ledger. */
  private record Exported(
      String by, String what, UUID subject, Role role, Hash manifest, int withheld) {}

  /**
   * The evidence about a permit, a conversation or a case.
   *
   * @param by who asks
   * @param role as far as which it may show
   * @return empty where the ledger holds nothing about it
   */
  public Optional<Bundle> export(UUID subject, String by, Role role) {
    return gather(subject, role)
        .map(gathered -> {
          SequencedMap<String, byte[]> files = files(gathered, subject);
          Instant now = gathered.at();
          Manifest manifest = Manifest.of(subject, now, by, role, gathered.keys().origin(), files);
          byte[] list = manifest.bytes();
          files.put(Manifest.FILE, list);
          files.put(
              Manifest.SIGNATURE,
              LawText.bytes(
                  checkpoints.sign(origin -> Manifest.statement(origin, list), now).note()));
          int withheld =
              (int)
                  gathered.records().stream()
                      .flatMap(record -> record.fields().stream())
                      .filter(field -> field.value().isEmpty())
                      .count();
          int all = gathered.records().stream().mapToInt(record -> record.fields().size()).sum();
          note(new Exported(by, "evidence exported", subject, role, Hash.of(list), withheld), now);
          return new Bundle(
              Archive.write(files),
              gathered.records().size(),
              all - withheld,
              withheld,
              gathered.kept().lastKey());
        });
  }

  /** The readable page about it; empty where the ledger holds nothing. */
  public Optional<String> page(UUID subject, String by, Role role, Lang lang) {
    return gather(subject, role)
        .map(gathered -> {
          note(new Exported(by, "evidence read", subject, role, Hash.ZERO, 0), gathered.at());
          // In a bundle the other language is another file, here it is another question.
          return Page.of(gathered.story(subject), lang)
              .replace("href=\"index.html\"", "href=\"?lang=zh\"")
              .replace("href=\"index.en.html\"", "href=\"?lang=en\"");
        });
  }

  /**
   * What was read for a bundle.
   *
   * @param proofs of the records, by their names
   * @param kept the checkpoints that these rest on
   * @param laws the rule files of each version that is named
   */
  private record Gathered(
      Instant at,
      List<RecordFile> records,
      Map<String, ProofFile> proofs,
      TreeMap<Long, Kept> kept,
      ConsistencyFile consistency,
      KeyRing keys,
      Map<String, SequencedMap<String, byte[]>> laws) {
    Story story(UUID subject) {
      Map<RuleId, RuleText> rules = new TreeMap<>();
      laws.values()
          .forEach(files ->
              files
                  .values()
                  .forEach(file -> RuleText.find(file).ifPresent(r -> rules.put(r.id(), r))));
      Map<String, Instant> stood = new TreeMap<>();
      proofs.forEach((name, proof) ->
          Optional.ofNullable(kept.get(proof.checkpoint()))
              .ifPresent(found -> stood.put(name, found.checkpoint().at())));
      return new Story(subject, records, rules, stood, keys);
    }
  }

  private Optional<Gathered> gather(UUID subject, Role role) {
    List<Exhibit> found = read(subject);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (transactor.get(sql -> uncovered(sql, found))) {
      var _ = checkpoints.make(transactor, now);
    }
    return Optional.of(transactor.get(sql -> gather(sql, found, role, now)));
  }

  private List<Exhibit> read(UUID subject) {
    return transactor.get(sql -> ledger.exhibits(sql, subject, MOST_RECORDS));
  }

  private boolean uncovered(Sql sql, List<Exhibit> found) {
    return found.stream()
        .anyMatch(each ->
            checkpoints
                .last(sql)
                .filter(last -> last.covers(each.written().stripe(), each.written().number()))
                .isEmpty());
  }

  private Gathered gather(Sql sql, List<Exhibit> found, Role role, Instant now) {
    List<RecordFile> records = new ArrayList<>();
    Map<String, ProofFile> proofs = new LinkedHashMap<>();
    TreeMap<Long, Kept> kept = new TreeMap<>();
    Set<String> versions = new TreeSet<>();
    for (Exhibit exhibit : found) {
      RecordFile record = RecordFile.of(exhibit, role);
      demandWhole(exhibit, record);
      records.add(record);
      Kept first =
          checkpoints
              .firstCovering(sql, record.stripe(), record.number())
              .orElseThrow(
                  () -> new IllegalStateException("No checkpoint covers " + record.name() + "."));
      kept.put(first.checkpoint().number(), first);
      proofs.put(
          record.name(), ProofFile.of(sql, checkpoints, first, record.stripe(), record.number()));
      versions.add(record.content().law());
    }
    Map<String, SequencedMap<String, byte[]>> laws = new TreeMap<>();
    versions.forEach(version -> laws.put(version, files(sql, version)));
    return new Gathered(
        now,
        records,
        proofs,
        kept,
        ConsistencyFile.of(sql, checkpoints, List.copyOf(kept.values())),
        checkpoints.keys(now),
        laws);
  }

  /** The rule files of a version by their names, in the order in which its hash names them. */
  private SequencedMap<String, byte[]> files(Sql sql, String version) {
    SequencedMap<String, byte[]> files = new TreeMap<>();
    packs.texts(sql, version).forEach((name, text) -> files.put(name, LawText.bytes(text)));
    return files;
  }

  /** What doesn't prove is not handed out as evidence. */
  private static void demandWhole(Exhibit exhibit, RecordFile record) {
    boolean whole = record.linked() && exhibit.clear().commitment().equals(record.committed());
    if (!whole) {
      throw new LedgerBroken(
          "Entry "
              + record.name()
              + " of the ledger is not what was written. Maybe somebody changed it; run the"
              + " ledger's verification.");
    }
  }

  private static SequencedMap<String, byte[]> files(Gathered gathered, UUID subject) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    Story story = gathered.story(subject);
    files.put("index.html", LawText.bytes(Page.of(story, Lang.ZH)));
    files.put("index.en.html", LawText.bytes(Page.of(story, Lang.EN)));
    files.put("README.txt", LawText.bytes(Instructions.TEXT));
    files.put("verdicts.json", Verdicts.of(gathered.records()));
    for (RecordFile record : gathered.records()) {
      files.put("records/" + record.name() + ".json", record.bytes());
    }
    gathered
        .proofs()
        .forEach((name, proof) -> files.put("proofs/" + name + ".json", proof.bytes()));
    gathered
        .kept()
        .forEach((number, kept) -> {
          files.put("checkpoints/" + number + ".note", LawText.bytes(kept.note().note()));
          kept.token().ifPresent(token -> files.put("checkpoints/" + number + ".tsr", token));
        });
    files.put("checkpoints/consistency.json", gathered.consistency().bytes());
    files.put("keys/keys.txt", LawText.bytes(gathered.keys().text()));
    for (int i = 0; i < gathered.keys().links().size(); i++) {
      files.put(
          "keys/" + (i + 1) + ".pem", LawText.bytes(gathered.keys().links().get(i).key().pem()));
    }
    gathered
        .laws()
        .forEach((version, law) -> {
          if (!law.isEmpty()) {
            String folder = LawText.folder(version);
            files.put(folder + "edition.txt", LawText.bytes(LawText.edition(law)));
            law.forEach((name, bytes) -> files.put(folder + name, bytes));
          }
        });
    return files;
  }

  private void note(Exported exported, Instant now) {
    transactor.run(sql ->
        ledger.append(
            sql,
            List.of(
                new Entry(
                    Entry.Kind.ACCESS,
                    now,
                    exported.subject(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Canonical.text(exported)))));
  }
}
