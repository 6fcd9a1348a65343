package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Checkpoints.Kept;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs what the ledger is now. */
@Command(
    name = "checkpoint",
    mixinStandardHelpOptions = true,
    description = {
      "Sign what the whole ledger is now, if anything was written since the last time, and print that",
      "checkpoint: a signed note to be published or copied away. The server makes one every ten",
      "minutes and when it ends."
    })
final class LedgerCheckpointCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Option(names = "--demo", description = "Of the demonstration.")
  private boolean demo;

  LedgerCheckpointCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    InstantSource clock = InstantSource.system();
    try (Storehouse store =
        Storehouse.open(installation, SettingsReader.read(installation, environment), clock)) {
      Optional<Kept> kept =
          Checkpoints.open(installation.folder())
              .make(store.database().transactor(), clock.instant());
      if (kept.isEmpty()) {
        throw new Stopped("Nothing was written into the ledger yet; there is nothing to sign.");
      }
      System.out.print(kept.get().note().note());
    }
    return CommandLineDoor.DONE;
  }
}
