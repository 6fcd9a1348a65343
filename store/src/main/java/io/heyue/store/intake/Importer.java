package io.heyue.store.intake;

import io.heyue.core.audit.Canonical;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.CopyStream;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Imports files of a lender.
 *
 * <p>All of a file's good rows come in by one transaction: when the call returns they are there,
 * and if the process is killed before, none is. Memory is constant however long the file is.
 *
 * <p>Thread-safe. Imports wait for each other, also those of other processes; nobody else waits,
 * but for readers of tables that are still empty ({@link BareTables}).
 */
public final class Importer {
  private final Transactor transactor;
  private final Vault vault;
  private final Ledger ledger;
  private final HeaderMapping mapping;
  private final InstantSource clock;

  public Importer(
      Database database, Vault vault, Ledger ledger, HeaderMapping mapping, InstantSource clock) {
    this.transactor = database.transactor();
    this.vault = vault;
    this.ledger = ledger;
    this.mapping = mapping;
    this.clock = clock;
  }

  /**
   * Imports {@code file} and says what became of its rows.
   *
   * @throws ImportFailure if the file can't be imported at all; nothing of it was
   */
  public ImportReport run(ImportKind kind, Path file, ImportOptions options) {
    Instant started = clock.instant();
    String reading = options.reading(mapping).hex();
    FileForm form = FileForm.of(file, options.language());
    vault.startBatch();
    try (CsvRows rows = CsvRows.open(file, form, options.language());
        Rejections rejections = new Rejections(options.rejected(), options.language())) {
      Header header = header(kind, rows, options);
      Supplier<Cells> cells = () -> new Cells(header, mapping, form.charset(), options);
      Intake intake = intake(kind, started, options);
      return transactor.get(sql -> {
        takeTurn(sql);
        stage(sql, rows, cells, intake, rejections);
        Intake.Counts counts = intake.merge(sql, header, rejections);
        ImportReport report =
            new ImportReport(
                UUID.randomUUID(),
                kind,
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                rejections.total(),
                rejections.counts(),
                form.charset().name(),
                rows.delimiter(),
                header.ignored(),
                seenBefore(sql, kind, form, reading),
                rejections.file());
        note(sql, report, form, reading, started);
        rejections.keep();
        return report;
      });
    } catch (IOException e) {
      throw ImportFailure.of(
          options.language(),
          "无法读取 " + file + " 或写入 " + options.rejected() + "。可能没有权限或磁盘已满。",
          "Either "
              + file
              + " can't be read or "
              + options.rejected()
              + " can't be written. Maybe the disk is full.");
    }
  }

  private Header header(ImportKind kind, CsvRows rows, ImportOptions options) {
    if (!rows.hasNext()) {
      throw ImportFailure.of(
          options.language(),
          "文件没有表头。可能导出没有完成。",
          "The file has no header. Maybe the export failed.");
    }
    return Header.of(kind, rows.next().getFields(), mapping, options.language());
  }

  private Intake intake(ImportKind kind, Instant now, ImportOptions options) {
    return switch (kind) {
      case ACCOUNTS -> new AccountIntake(vault, now, options);
      case CONTACTS -> new ContactIntake(vault);
      case PAYMENTS -> new PaymentIntake(now);
    };
  }

  /** One import at a time, so that each finds what the one before left. */
  private static void takeTurn(Sql sql) {
    sql.each("select pg_advisory_xact_lock(hashtext('heyue import'))", row -> {});
    sql.update("set local work_mem = '128MB'");
    sql.update("set local temp_buffers = '64MB'");
  }

  private static void stage(
      Sql sql, CsvRows rows, Supplier<Cells> cells, Intake intake, Rejections rejections) {
    sql.update("create temporary table stage (" + intake.definition() + ") on commit drop");
    try (Staging staging = new Staging(intake, cells);
        CopyStream copy = sql.copy("copy stage from stdin (format binary)")) {
      staging.run(rows, copy, rejections);
      copy.end();
    }
    sql.update("analyze stage (" + intake.keys() + ")");
  }

  private static boolean seenBefore(Sql sql, ImportKind kind, FileForm form, String reading) {
    return sql.get(
        """
        select exists (select from import_run
          where file_digest = ? and kind = ? and reading_digest = ?) as seen
        """,
        row -> row.truth("seen"),
        form.digest(),
        kind,
        reading);
  }

  private void note(Sql sql, ImportReport report, FileForm form, String reading, Instant started) {
    sql.update(
        """
        insert into import_run (id, kind, file_digest, reading_digest, started_at, finished_at,
          inserted, updated, unchanged, rejected)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        report.id(),
        report.kind(),
        form.digest(),
        reading,
        started,
        clock.instant(),
        report.inserted(),
        report.updated(),
        report.unchanged(),
        report.rejected());
    Imported imported =
        new Imported(
            report.id(),
            report.kind(),
            form.digest(),
            reading,
            report.inserted(),
            report.updated(),
            report.unchanged(),
            report.rejected());
    ledger.append(
        sql,
        List.of(
            new Entry(
                Entry.Kind.IMPORT,
                clock.instant(),
                report.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Canonical.text(imported))));
  }

  /** For the ledger: what came from where, and how it was read, is known by digests. */
  private record Imported(
      UUID run,
      ImportKind kind,
      String fileDigest,
      String readingDigest,
      long inserted,
      long updated,
      long unchanged,
      long rejected) {}
}
