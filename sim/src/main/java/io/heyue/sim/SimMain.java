package io.heyue.sim;

import io.heyue.sim.demo.DemoCommand;
import io.heyue.sim.law.LawFuzzCommand;
import io.heyue.sim.phone.CallCommand;
import io.heyue.sim.play.PlayCommand;
import io.heyue.sim.play.RehearseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the simulated world. */
@Command(
    name = "heyue",
    mixinStandardHelpOptions = true,
    description = "A seeded world of simulated borrowers.",
    subcommands = {
      PlayCommand.class,
      DemoCommand.class,
      RehearseCommand.class,
      CallCommand.class,
      LawFuzzCommand.class
    })
public final class SimMain {
  private SimMain() {}

  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  static CommandLine commands() {
    return new CommandLine(new SimMain())
        .setExecutionExceptionHandler((fault, line, _) -> {
          line.getErr().println(fault.getMessage());
          return line.getCommandSpec().exitCodeOnInvalidInput();
        });
  }
}
