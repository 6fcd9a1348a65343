package io.heyue.bench;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Chance;
import io.heyue.app.engine.Engine;
import io.heyue.app.engine.Mandates;
import io.heyue.app.engine.Parts;
import io.heyue.brain.book.Books;
import io.heyue.brain.tables.Known;
import io.heyue.brain.tables.Tables;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.Lang;
import io.heyue.core.compliance.Guard;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Writer;
import io.heyue.core.turn.Kit;
import io.heyue.core.understanding.Listener;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.ImportReport;
import io.heyue.store.intake.Importer;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Database;
import io.heyue.store.vault.Vault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A lender with the real books and tables, and a database of its own whose commits are durable. Its
 * clock stands at a Monday, 10:00 in Shanghai, when people may be written to.
 */
final class Lender implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final String PAGE = "https://pay.example";

  private final Trial trial;
  private final Scratch scratch;
  private final Database database;
  private final Vault vault;
  private final Books books;
  private final Guard guard;

  private Lender(Trial trial, Scratch scratch, Database database) {
    this.trial = trial;
    this.scratch = scratch;
    this.database = database;
    this.vault = Vault.open(scratch.folder(), database, CLOCK);
    this.books = Books.read(trial.data());
    this.guard =
        new Guard(
            books.law(),
            Ears.open(trial.data(), trial.root().resolve("brain/target/heads")).reader());
  }

  static Lender open(Trial trial) {
    Scratch scratch = Scratch.in(trial.root());
    return new Lender(trial, scratch, Database.embedded(scratch.folder()));
  }

  Database database() {
    return database;
  }

  Path folder() {
    return scratch.folder();
  }

  Guard guard() {
    return guard;
  }

  /** The engine, with the strategist's tables. */
  Engine engine(Listener listener, Street street) {
    return engine(listener, CLOCK, List.of(street));
  }

  /** The same with a clock and carriers of the caller's. */
  Engine engine(Listener listener, InstantSource clock, List<Carrier> carriers) {
    Tables tables =
        Tables.load(
            trial.data().resolve("strategy"),
            new Known(books.law(), List.copyOf(books.flows().values()), books.phrases().ids()));
    Kit kit =
        new Kit(
            books.flows(),
            new Writer(books.phrases()),
            tables.policy(),
            tables.router(),
            tables.version());
    return Engine.of(
        new Parts(
            database,
            scratch.folder(),
            vault,
            guard,
            kit,
            listener,
            mandates(),
            tables.treatment(),
            tables.pricing(),
            clock,
            Chance.seeded(trial.seed()),
            URI.create(PAGE),
            carriers));
  }

  private Mandates mandates() {
    return (_, lang) -> mandate(books.mandates(), lang);
  }

  private static Mandate mandate(Map<Lang, Mandate> mandates, Lang lang) {
    return Objects.requireNonNull(mandates.get(lang));
  }

  /** Brings in {@code count} borrowers, each with one account and one mobile number. */
  void borrowers(int count) {
    var _ =
        load(
            ImportKind.ACCOUNTS,
            SampleFiles.accounts(folder().resolve("accounts.csv"), count, trial.seed()));
    var _ =
        load(ImportKind.CONTACTS, SampleFiles.contacts(folder().resolve("contacts.csv"), count));
    // As the server's own housekeeping would have done a minute later.
    database.transactor().run(sql -> sql.update("analyze"));
  }

  ImportReport load(ImportKind kind, Path file) {
    ImportReport report =
        new Importer(database, vault, Ledger.open(folder(), vault), HeaderMapping.builtIn(), CLOCK)
            .run(kind, file, ImportOptions.standard(folder().resolve("rejected.csv")));
    if (report.rejected() > 0) {
      throw new IllegalStateException(
          report.rejected() + " sample rows were rejected: " + report.reasons());
    }
    return report;
  }

  @Override
  public void close() {
    database.close();
    scratch.close();
  }
}
