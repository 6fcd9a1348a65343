package io.heyue.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be asked of the ledger. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Prove that the record of what was said and why is whole, ask it why a contact was lawful, and",
      "take out evidence that a stranger can verify."
    })
final class LedgerCommand implements Runnable {
  private LedgerCommand() {}

  /** With everything below it. */
  static CommandLine line(Map<String, String> environment) {
    return new CommandLine(new LedgerCommand())
        .addSubcommand(new LedgerVerifyCommand(environment))
        .addSubcommand(new WhyCommand(environment))
        .addSubcommand(new LedgerExportCommand(environment))
        .addSubcommand(new LedgerCheckpointCommand(environment))
        .addSubcommand(new LedgerKeyCommand(environment));
  }

  @Override
  public void run() {
    throw new Misused(
        "What of the ledger? Maybe: ledger verify, ledger why ID, ledger export ID, or: ledger"
            + " checkpoint");
  }
}
