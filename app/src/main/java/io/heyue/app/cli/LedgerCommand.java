package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.LedgerReport;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be asked of the ledger. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Prove that the record of what was said and why is whole, and ask it why a contact was lawful."
    })
final class LedgerCommand implements Runnable {
  private static final int SHOWN = 20;

  private final Map<String, String> environment;

  LedgerCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new Misused("What of the ledger? Maybe: ledger verify, or: ledger why ID");
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Walk the ledger and name each entry that is not as it was written.",
        "It names what was changed, removed or moved, and ends with exit code 3 if there is any.",
        "The server may run meanwhile."
      })
  int verify(@Option(names = "--demo", description = "The demonstration's ledger.") boolean demo) {
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    LedgerReport report;
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      Ledger ledger = Ledger.open(installation.folder(), store.vault());
      report = store.database().transactor().get(ledger::verify);
    }
    if (report.sound()) {
      System.out.println(report.entries() + " entries; every one is as it was written.");
      return CommandLineDoor.DONE;
    }
    System.out.println(
        report.entries() + " entries; " + report.faults().size() + " not as they were written:");
    report.faults().stream().limit(SHOWN).forEach(fault -> System.out.println("  " + fault));
    if (report.faults().size() > SHOWN) {
      System.out.println("  … and " + (report.faults().size() - SHOWN) + " more.");
    }
    return CommandLineDoor.FOUND_WRONG;
  }
}
