package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.policy.PolicyDesk;
import io.heyue.app.policy.PolicyLog;
import io.heyue.store.ledger.Ledger;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done with the policies of lenders. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = {
      "How often a lender wants its people contacted: policy.yaml in the data folder. Stricter",
      "values count at once; looser ones where compliance signed them, never above the law.",
      "doc/budget.md says how."
    })
final class PolicyCommand implements Runnable {
  private static final String PASSPHRASE = "HEYUE_POLICY_PASSPHRASE";

  private final Map<String, String> environment;

  PolicyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new Misused(
        "What of the policies? Maybe: policy key NAME --to FILE, policy sign FILE --key FILE, or"
            + " policy show.");
  }

  @Command(
      name = "key",
      mixinStandardHelpOptions = true,
      description = {
        "Make the key with which somebody of compliance signs. Its private part goes into FILE,",
        "sealed by a passphrase; keep it elsewhere than the data folder. Its public part is",
        "trusted by this installation from its next start on."
      })
  int key(
      @Parameters(paramLabel = "NAME", description = "Whose key it is, such as chen-jing.")
          String name,
      @Option(names = "--to", required = true, paramLabel = "FILE", description = "A new file.")
          Path file,
      @Option(names = "--demo", description = "For the demonstration.") boolean demo) {
    Installation installation = installation(demo);
    if (file.toAbsolutePath().normalize().startsWith(installation.folder())) {
      throw new Misused(
          "--to "
              + file
              + " lies in the data folder, where whoever runs the server could sign. Maybe a stick"
              + " or a safe of compliance.");
    }
    char[] passphrase = passphrase(true);
    try {
      PolicyDesk.Made made = PolicyDesk.makeKey(installation.folder(), name, file, passphrase);
      System.out.println("The private part is in " + file + "; keep it elsewhere than here.");
      System.out.println(
          "The public part is in "
              + made.file()
              + "; its fingerprint is "
              + made.fingerprint()
              + ".");
    } finally {
      Arrays.fill(passphrase, '\0');
    }
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "sign",
      mixinStandardHelpOptions = true,
      description = {
        "Sign a policy file. It is read and held against the law first; what would not count is not",
        "signed. The signature goes beside it, as FILE.sig."
      })
  int sign(
      @Parameters(paramLabel = "FILE", description = "Such as policy.yaml.") Path file,
      @Option(names = "--key", required = true, paramLabel = "FILE", description = "Of policy key.")
          Path key) {
    if (!Files.isReadable(file)) {
      throw new Stopped("File " + file + " can't be read. Maybe its name is misspelt.");
    }
    char[] passphrase = passphrase(false);
    try {
      System.out.println(
          PolicyDesk.sign(file, LawCommand.book(null).rules(), today(), key, passphrase));
    } finally {
      Arrays.fill(passphrase, '\0');
    }
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Say which policies count, and what of them does not.")
  int show(@Option(names = "--demo", description = "Of the demonstration.") boolean demo) {
    Installation installation = installation(demo);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      PolicyDesk.Shown shown =
          PolicyDesk.show(
              installation.folder(),
              LawCommand.book(null).rules(),
              today(),
              new PolicyLog(
                  store.database().transactor(),
                  Ledger.open(installation.folder(), store.vault())));
      shown.lines().forEach(System.out::println);
      return shown.allCounts() ? CommandLineDoor.DONE : CommandLineDoor.FOUND_WRONG;
    }
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
  }

  private Installation installation(boolean demo) {
    return demo ? Installation.demo(environment) : Installation.real(environment);
  }

  /** From the environment, or from whoever sits there. */
  private char[] passphrase(boolean fresh) {
    String given = environment.get(PASSPHRASE);
    if (given != null && !given.isEmpty()) {
      return given.toCharArray();
    }
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                new Misused(
                    PASSPHRASE + " is not set, and nobody can be asked for the passphrase."));
    char[] first = console.readPassword("Passphrase: ");
    if (fresh && !Arrays.equals(first, console.readPassword("Once more: "))) {
      throw new Stopped("The two are not the same.");
    }
    return first == null ? new char[0] : first;
  }
}
