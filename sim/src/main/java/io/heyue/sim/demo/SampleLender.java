package io.heyue.sim.demo;

import io.heyue.core.base.Money;
import io.heyue.sim.world.Sample;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.ImportReport;
import io.heyue.store.intake.Importer;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Database;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lender's side: writes its files as a lender would, and brings them in as an operator would.
 */
final class SampleLender {
  private static final String ACCOUNTS =
      "account_number,lender,lender_place,licence,product,currency,contract_date,principal,balance,"
          + "overdue,due_date,contract_rate,overdue_rate,credit_reporting,credit_notice,last_demand,"
          + "assigned,person_number,name,identity_number,language,place,time_zone,pay_day\n";
  private static final String CONTACTS =
      "account_number,lender,kind,value,relation,source,consent_text\n";
  private static final String PAYMENTS =
      "account_number,lender,amount,currency,paid_at,reference\n";

  private final Importer importer;
  private final Path folder;
  private int files;

  SampleLender(Database database, Vault vault, Ledger ledger, InstantSource clock, Path folder) {
    this.importer = new Importer(database, vault, ledger, HeaderMapping.builtIn(), clock);
    this.folder = folder;
  }

  /** A payment that a simulated person makes. */
  record Paying(Sample sample, Money amount, Instant at, String reference) {}

  ImportReport accounts(List<Sample> samples) {
    StringBuilder csv = new StringBuilder(ACCOUNTS);
    for (Sample sample : samples) {
      var facts = sample.facts();
      row(
          csv,
          sample.number(),
          sample.lender().name(),
          sample.lender().place(),
          sample.lender().licence() == null ? "" : sample.lender().licence().id(),
          sample.product(),
          "CNY",
          sample.contractDate(),
          sample.principal().decimal().toPlainString(),
          sample.balance().decimal().toPlainString(),
          sample.overdue().decimal().toPlainString(),
          sample.dueDate(),
          sample.contractRate().perYear().toPlainString(),
          sample.overdueRate().perYear().toPlainString(),
          facts.creditReporting(),
          facts.creditNotice(),
          facts.lastDemandOrAcknowledgment(),
          facts.assigned(),
          "P" + sample.number(),
          sample.name().reveal(),
          sample.identity().reveal(),
          sample.lang().code(),
          sample.place(),
          sample.zone(),
          sample.payDayKnown() ? sample.payDay() : null);
    }
    return bring(ImportKind.ACCOUNTS, csv);
  }

  ImportReport contacts(List<Sample> samples) {
    StringBuilder csv = new StringBuilder(CONTACTS);
    for (Sample sample : samples) {
      row(
          csv,
          sample.number(),
          sample.lender().name(),
          "mobile",
          sample.phone().reveal(),
          "self",
          "contract",
          "");
    }
    return bring(ImportKind.CONTACTS, csv);
  }

  ImportReport payments(List<Paying> payments) {
    StringBuilder csv = new StringBuilder(PAYMENTS);
    for (Paying paying : payments) {
      row(
          csv,
          paying.sample().number(),
          paying.sample().lender().name(),
          paying.amount().decimal().toPlainString(),
          paying.amount().currency().getCurrencyCode(),
          paying.at(),
          paying.reference());
    }
    return bring(ImportKind.PAYMENTS, csv);
  }

  private ImportReport bring(ImportKind kind, StringBuilder csv) {
    String name = kind.name().toLowerCase(Locale.ROOT) + "-" + ++files;
    try {
      Path file = Files.writeString(folder.resolve(name + ".csv"), csv);
      try {
        return importer.run(
            kind, file, ImportOptions.standard(folder.resolve(name + "-rejected.csv")));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(StringBuilder csv, @Nullable Object... cells) {
    List<String> written = new ArrayList<>();
    for (Object cell : cells) {
      written.add(cell == null ? "" : cell.toString());
    }
    csv.append(String.join(",", written)).append('\n');
  }
}
