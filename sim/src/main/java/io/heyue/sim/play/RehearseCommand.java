package io.heyue.sim.play;

import io.heyue.core.base.Channel;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Plays many conversations and counts. Without options a few: the launcher runs it once to learn
 * which classes a start needs.
 */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = "Plays many conversations and counts them by kind of people.")
public final class RehearseCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--number", description = "How many (${DEFAULT-VALUE}).")
  private int number = 6;

  @Option(names = "--seed", description = "What chance is made from (${DEFAULT-VALUE}).")
  private long seed = 7;

  @Option(
      names = "--noise",
      description = "The share of words that goes wrong on the way, 0 to 1 (${DEFAULT-VALUE}).")
  private double noise;

  @Option(
      names = "--channel",
      description = "chat or call: on the page or by telephone (${DEFAULT-VALUE}).")
  private String channel = "chat";

  @Option(names = "--failures", description = "Prints the conversations that went wrong, too.")
  private boolean failures;

  private Channel channel() {
    return switch (channel) {
      case "chat" -> Channel.CHAT;
      case "call" -> Channel.CALL;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--channel " + channel + " is unknown. Maybe chat or call.");
    };
  }

  private Hearing hearing() {
    if (!(noise >= 0 && noise <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--noise " + noise + " is none of 0 to 1. Maybe 0.1.");
    }
    return noise == 0 ? Hearing.perfect() : Hearing.over(Stage.root().resolve("data"), noise);
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Stage stage = Stage.open(Stage.root())) {
      Thousand.Counted counted = Thousand.play(stage, number, seed, channel(), hearing());
      out.print(failures ? Reports.text(counted) : counted.table());
      out.flush();
      return 0;
    }
  }
}
