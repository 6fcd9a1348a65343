package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.proof.Report;
import io.heyue.app.proof.Verifying;
import io.heyue.core.base.Lang;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.LedgerReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies the ledger of an installation, or a bundle of evidence that came from one. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Without a BUNDLE: walk the ledger and its checkpoints and name each entry that is not as it",
      "was written. The server may run meanwhile.",
      "With one: verify the evidence, with no network and nothing of the lender's. A bundle is a zip",
      "file, or the folder that it was unpacked into.",
      "Exit code 3 if anything was changed, removed or moved."
    })
final class LedgerVerifyCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Map<String, String> environment;

  @Parameters(paramLabel = "BUNDLE", arity = "0..1", description = "What ledger export wrote.")
  private @Nullable Path bundle;

  @Option(
      names = "--key",
      paramLabel = "PEM",
      description = "The ledger's public key, from elsewhere than the bundle.")
  private @Nullable Path key;

  @Option(
      names = "--tsa",
      paramLabel = "CERT",
      description = "Certificate of the time authority, or of its issuer.")
  private @Nullable Path authority;

  @Option(
      names = "--recording",
      paramLabel = "FILE",
      description = "A recording, to be held against the record that names it.")
  private List<Path> recordings = List.of();

  @Option(names = "--format", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  @Option(names = "--lang", description = "en or zh. Default: en.")
  private String lang = "en";

  @Option(names = "--demo", description = "The demonstration's ledger.")
  private boolean demo;

  /** For people, or for programs. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  LedgerVerifyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Lang words =
        Lang.find(lang)
            .orElseThrow(() -> new Misused("--lang is " + lang + "; zh or en is known."));
    if (bundle == null) {
      if (key != null || authority != null || !recordings.isEmpty()) {
        throw new Misused("--key, --tsa and --recording go with a bundle. Which one?");
      }
      return whole();
    }
    Report report;
    try {
      report = Verifying.of(bundle, key, authority, recordings);
    } catch (java.io.UncheckedIOException e) {
      throw new Stopped(String.valueOf(e.getMessage()));
    }
    System.out.print(format == Format.JSON ? report.json(words) : report.text(words));
    return report.sound() ? CommandLineDoor.DONE : CommandLineDoor.FOUND_WRONG;
  }

  private int whole() {
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    LedgerReport report;
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      Ledger ledger = Ledger.open(installation.folder(), store.vault());
      report = store.database().transactor().get(ledger::verify);
    }
    if (format == Format.JSON) {
      System.out.print(LedgerJson.of(report));
    } else if (report.sound()) {
      System.out.println(
          report.entries()
              + " entries; every one is as it was written. "
              + report.checkpoints()
              + " signed checkpoints agree.");
    } else {
      System.out.println(
          report.entries() + " entries; " + report.faults().size() + " not as they were written:");
      report.faults().stream().limit(SHOWN).forEach(fault -> System.out.println("  " + fault));
      if (report.faults().size() > SHOWN) {
        System.out.println("  … and " + (report.faults().size() - SHOWN) + " more.");
      }
    }
    return report.sound() ? CommandLineDoor.DONE : CommandLineDoor.FOUND_WRONG;
  }
}
