package io.heyue.app.cli;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an API key for whoever may read the data folder, and so could do so anyhow. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Make an API key and print it; it is shown this once.",
      "With a key of the role admin, the API makes users and removes keys. The server may run",
      "meanwhile."
    })
final class KeyCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(
      paramLabel = "ROLE",
      description =
          "admin, operator, agent, compliance or viewer; doc/access.md says who may what.")
  private String role = "";

  @Option(names = "--name", description = "What the key is called. Default: its role.")
  private String name = "";

  @Option(names = "--demo", description = "For the demonstration.")
  private boolean demo;

  KeyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Role meant = Roles.meant(role);
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      Accounts accounts = new Accounts(store.database().transactor(), InstantSource.system());
      System.out.println(accounts.addKey(name.isBlank() ? meant.id() : name, meant).secret());
    }
    return CommandLineDoor.DONE;
  }
}
