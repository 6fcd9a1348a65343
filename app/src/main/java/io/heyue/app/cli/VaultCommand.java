package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.web.Repeats;
import io.heyue.store.SealedColumns;
import io.heyue.store.vault.Reencryption;
import io.heyue.store.vault.SealedColumn;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be done with the keys that seal personal data. */
@Command(
    name = "vault",
    mixinStandardHelpOptions = true,
    description = "Care for the keys that seal names, numbers, addresses and what people said.")
final class VaultCommand implements Runnable {
  private static final int ROWS_AT_A_TIME = 500;

  private final Map<String, String> environment;

  VaultCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new Misused("What of the vault? Maybe: vault rotate");
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Put a new key in front of the key file and seal every personal value anew. The server",
        "may run meanwhile. If it is stopped half way, run it again. The ledger keeps its bytes,",
        "which its hashes cover; the key that opens them is sealed by the new one. Back the key",
        "file up afterwards."
      })
  int rotate(@Option(names = "--demo", description = "The demonstration's keys.") boolean demo) {
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      store.vault().rotate();
      long sealed =
          new Reencryption(store.database(), store.vault(), columns()).run(ROWS_AT_A_TIME);
      System.out.println(
          "A new key is in use; " + sealed + " values were sealed anew. Now back up vault.keys.");
    }
    return CommandLineDoor.DONE;
  }

  private static List<SealedColumn> columns() {
    return Stream.concat(SealedColumns.all().stream(), Stream.of(Repeats.SEALED)).toList();
  }
}
