package io.heyue.store.intake;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonId;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.records.AccountRecords;
import io.heyue.store.records.ContactPoint;
import io.heyue.store.records.ContactPoints;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.records.PersonRecord;
import io.heyue.store.records.PersonRecords;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** An installation of its own for one test: a fresh database, a vault, an importer. */
final class Desk implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final Path folder;
  final Database database = SharedServer.freshDatabase();
  final Vault vault;
  private Path listed;
  private Lang language = Lang.EN;

  Desk(Path folder) {
    this.folder = folder;
    this.vault = Vault.open(folder, database, InstantSource.fixed(NOW));
    this.listed = rejected();
  }

  Desk speaking(Lang other) {
    language = other;
    return this;
  }

  /** How many imports the ledger has, once it was found whole. */
  long proven() {
    Ledger ledger = Ledger.open(folder, vault);
    return database
        .transactor()
        .get(sql ->
            ledger.verify(sql).sound()
                ? sql.get(
                    "select count(*) as n from ledger_entry where kind = 'import'",
                    row -> row.number("n"))
                : -1L);
  }

  ImportReport accounts(String text) {
    return take(ImportKind.ACCOUNTS, text, StandardCharsets.UTF_8);
  }

  ImportReport contacts(String text) {
    return take(ImportKind.CONTACTS, text, StandardCharsets.UTF_8);
  }

  ImportReport payments(String text) {
    return take(ImportKind.PAYMENTS, text, StandardCharsets.UTF_8);
  }

  ImportReport take(ImportKind kind, String text, Charset charset) {
    return take(kind, text.getBytes(charset));
  }

  ImportReport take(ImportKind kind, byte[] bytes) {
    try {
      Path file = folder.resolve("file.csv");
      Files.write(file, bytes);
      return take(kind, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportReport take(ImportKind kind, Path file) {
    return take(kind, file, HeaderMapping.builtIn(), ImportOptions.standard(rejected()));
  }

  ImportReport take(ImportKind kind, Path file, HeaderMapping mapping, ImportOptions options) {
    ImportReport report =
        new Importer(database, vault, Ledger.open(folder, vault), mapping, InstantSource.fixed(NOW))
            .run(kind, file, options.in(language));
    listed = report.rejectedFile();
    return report;
  }

  /** Where the first list of rejected rows stands. */
  Path rejected() {
    return folder.resolve("rejected.csv");
  }

  /** The list of the last import that there was. */
  List<String> rejectedLines() {
    try {
      return Files.readAllLines(listed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count(String table) {
    return one("select count(*) as n from " + table, row -> row.number("n"));
  }

  /** The only row that a statement gives. */
  <T> T one(String statement, Function<Row, T> mapper, Object... values) {
    return database.transactor().get(sql -> sql.get(statement, mapper, values));
  }

  /** The account of a number whose lender no file named, and whose it is. */
  OwnedAccount account(String number) {
    return database
        .transactor()
        .get(sql -> new AccountRecords().find(sql, "", number))
        .orElseThrow();
  }

  PersonRecord person(PersonId id) {
    return database.transactor().get(sql -> new PersonRecords(vault).find(sql, id)).orElseThrow();
  }

  List<ContactPoint> points(PersonId person) {
    return database
        .transactor()
        .get(sql -> new ContactPoints(vault).of(sql, List.of(person)))
        .getOrDefault(person, List.of());
  }

  @Override
  public void close() {
    database.close();
  }
}
