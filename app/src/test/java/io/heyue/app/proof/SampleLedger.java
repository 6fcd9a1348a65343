package io.heyue.app.proof;

import io.heyue.app.access.Role;
import io.heyue.app.engine.Recorded;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.brain.book.Books;
import io.heyue.core.audit.Canonical;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Rng;
import io.heyue.core.law.Rule;
import io.heyue.store.law.LawPacks;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A ledger with a contact, two turns and something else beside it, and a clock moved by hand. */
public final class SampleLedger implements AutoCloseable {
  public static final ConversationId TALK = ConversationId.draw(Rng.seeded(1));
  public static final CaseId MATTER = CaseId.draw(Rng.seeded(2));
  public static final PermitId PERMIT = PermitId.draw(Rng.seeded(3));
  static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  public static final String HEARD = "我下个月才有钱";
  public static final String SAID = "好的，我们记下了";
  static final String RECORDING = "0".repeat(63) + "7";
  private static final Books BOOKS = Books.read(Checkout.find().data());
  private static final Rule RULE = BOOKS.law().rules().getFirst();

  final Path folder;
  final Storehouse store;
  final Ledger ledger;
  final Checkpoints checkpoints;
  final AtomicReference<Instant> now = new AtomicReference<>(AT.plusSeconds(60));
  final Evidence evidence;

  public SampleLedger(Path home) {
    Map<String, String> environment = Map.of("HEYUE_HOME", home.toString());
    Installation installation = Installation.real(environment);
    folder = installation.folder();
    store = Storehouse.open(installation, SettingsReader.read(installation, environment), now::get);
    ledger = Ledger.open(folder, store.vault());
    checkpoints = Checkpoints.open(folder);
    evidence = new Evidence(store.database().transactor(), ledger, checkpoints, now::get);
    store
        .database()
        .transactor()
        .run(sql -> new LawPacks().keep(sql, BOOKS.law().version(), BOOKS.lawBook().texts()));
  }

  /** Writes the contact and its turns, with a checkpoint after the contact. */
  public SampleLedger filled() {
    append(contact(), entry(Entry.Kind.JOB, 0, UUID.randomUUID(), "{\"what\":\"other\"}", false));
    var _ = checkpoints.make(store.database().transactor(), now.get());
    append(turn(1, HEARD, SAID), turn(2, "谢谢", "不客气"), recording());
    now.updateAndGet(at -> at.plusSeconds(600));
    return this;
  }

  void append(Entry... entries) {
    store.database().transactor().run(sql -> ledger.append(sql, List.of(entries)));
  }

  static String rules() {
    return "[{\"id\":\"%s\",\"version\":%d}]".formatted(RULE.id().id(), RULE.id().version());
  }

  static Entry contact() {
    return entry(
        Entry.Kind.CONTACT,
        0,
        new UUID(5, 6),
        """
        {"facts":{"channel":"SMS","history":[],"relation":"SELF","zone":"Asia/Shanghai"},\
        "law":"%s","person":{"value":"p-1"},"reader":"head-9",\
        "rules":%s,"said":"您好，请回复","verdict":"permitted"}\
        """
            .formatted(BOOKS.law().version(), rules()),
        true);
  }

  /** As the engine notes it. */
  static Entry recording() {
    return entry(
        Entry.Kind.RECORDING,
        3,
        TALK.value(),
        Canonical.text(new Recorded(TALK.value(), RECORDING, 160_000, 0, true)),
        true);
  }

  static Entry turn(int number, String heard, String said) {
    return entry(
        Entry.Kind.TURN,
        number,
        TALK.value(),
        """
        {"event":{"text":"%s","type":"TextReceived"},"permit":%s,"result":"permitted",\
        "rules":%s,"said":"%s","turn":%d,"versions":{"law":"%s","reader":"head-9"}}\
        """
            .formatted(heard, rules(), rules(), said, number, BOOKS.law().version()),
        true);
  }

  private static Entry entry(
      Entry.Kind kind, int after, UUID subject, String payload, boolean about) {
    return new Entry(
        kind,
        AT.plusSeconds(after),
        subject,
        about ? Optional.of(TALK) : Optional.empty(),
        about ? Optional.of(MATTER) : Optional.empty(),
        kind == Entry.Kind.CONTACT ? Optional.of(PERMIT) : Optional.empty(),
        payload);
  }

  byte[] export(Role role) {
    return evidence.export(TALK.value(), "somebody", role).orElseThrow().archive();
  }

  /** The files of a bundle, to be changed. */
  static SequencedMap<String, byte[]> files(byte[] archive) {
    return new LinkedHashMap<>(Archive.read(archive));
  }

  /** What somebody with the ledger's key could hand out: whatever they like, listed and signed. */
  byte[] signedAnew(SequencedMap<String, byte[]> files, Role role) {
    files.remove(Manifest.FILE);
    files.remove(Manifest.SIGNATURE);
    byte[] list =
        Manifest.of(
                TALK.value(),
                now.get(),
                "somebody",
                role,
                checkpoints.keys(now.get()).origin(),
                files)
            .bytes();
    files.put(Manifest.FILE, list);
    files.put(
        Manifest.SIGNATURE,
        LawText.bytes(
            checkpoints.sign(origin -> Manifest.statement(origin, list), now.get()).note()));
    return Archive.write(files);
  }

  @Override
  public void close() {
    store.close();
  }
}
