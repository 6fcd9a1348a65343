package io.heyue.app.cli;

import io.heyue.app.installation.InstallationFailure;
import io.heyue.app.policy.PolicyFault;
import io.heyue.brain.book.BookFault;
import io.heyue.store.intake.ImportFailure;
import io.heyue.store.ledger.LedgerBroken;
import io.heyue.store.postgres.PostgresFailure;
import io.heyue.store.vault.VaultFailure;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Finds the command that was meant, runs it, and turns failures into one plain sentence. */
public final class CommandLineDoor {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUNDERSTOOD = 2;
  static final int FOUND_WRONG = 3;

  private CommandLineDoor() {}

  /** Runs what {@code arguments} ask for and returns the exit code. */
  public static int run(String... arguments) {
    return line(System.getenv()).execute(arguments);
  }

  static CommandLine line(Map<String, String> environment) {
    CommandLine line = new CommandLine(new Root());
    line.addSubcommand(new UpCommand(environment));
    line.addSubcommand(new ImportCommand(environment));
    line.addSubcommand(LedgerCommand.line(environment));
    line.addSubcommand(law(environment));
    line.addSubcommand(new KeyCommand(environment));
    line.addSubcommand(new CentreCommand(environment));
    line.addSubcommand(new VaultCommand(environment));
    line.addSubcommand(new PolicyCommand(environment));
    line.addSubcommand(new LabelsCommand(environment));
    line.addSubcommand(new ModelsCommand(environment));
    line.addSubcommand(new UnderstandCommand());
    line.addSubcommand(new ExportTuningCommand(environment));
    line.addSubcommand("rehearse", new RehearseCommand());
    line.setExecutionExceptionHandler(CommandLineDoor::explain);
    line.setParameterExceptionHandler(Misspelt::explain);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpLongOptionsMaxWidth(28);
    line.setUsageHelpWidth(100);
    return line;
  }

  private static CommandLine law(Map<String, String> environment) {
    return new CommandLine(new LawCommand())
        .addSubcommand(new LawListCommand())
        .addSubcommand(new LawShowCommand())
        .addSubcommand(new LawCheckCommand())
        .addSubcommand(new LawWordsCommand())
        .addSubcommand(new LawDiffCommand())
        .addSubcommand(new LawReplayCommand(environment))
        .addSubcommand(new WhyCommand(environment));
  }

  /**
   * What an operator can act on is said in its own words. Anything else is our fault: its kind and
   * place are printed, its message too, since no message of ours holds personal data.
   */
  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    int code = failure instanceof Misused ? MISUNDERSTOOD : FAILED;
    switch (failure) {
      case Misused _,
          InstallationFailure _,
          PostgresFailure _,
          VaultFailure _,
          PolicyFault _,
          BookFault _,
          ImportFailure _,
          LedgerBroken _,
          Stopped _,
          IllegalArgumentException _ ->
          err.println(failure.getMessage());
      default -> {
        err.println("This should not have happened; please report it:");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
          err.println(cause);
          Arrays.stream(cause.getStackTrace()).forEach(frame -> err.println("  at " + frame));
        }
      }
    }
    err.flush();
    return code;
  }

  @Command(
      name = "heyue",
      description =
          "Reaches people who have fallen behind on a loan: lawfully, kindly, effectively.",
      mixinStandardHelpOptions = true)
  private static final class Root implements Runnable {
    @Override
    public void run() {
      throw new Misused("Which command? heyue --help lists them.");
    }
  }
}
