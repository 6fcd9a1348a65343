package io.heyue.sim.law;

import io.heyue.sim.law.Fuzzing.Failure;
import io.heyue.sim.law.Fuzzing.Found;
import io.heyue.sim.law.house.House;
import io.heyue.sim.law.world.World;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fuzzes the law kernel. */
@Command(
    name = "lawfuzz",
    mixinStandardHelpOptions = true,
    description =
        "Asks the guard for contacts in seeded worlds, and holds each answer against checkers that"
            + " know the law by themselves. Ends with 1 where something fails.")
public final class LawFuzzCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--number",
      description = "How many events, at least (${DEFAULT-VALUE}). A night's run is 10000000.")
  private long number = 200_000;

  @Option(names = "--seed", description = "Of the first world (${DEFAULT-VALUE}).")
  private long seed = 7;

  @Option(
      names = "--all",
      description = "Goes on after a failure, and tells each kind of failure once.")
  private boolean all;

  @Option(
      names = "--events",
      split = ",",
      description = "Tells only these events of the seed's world, as a failure names them.")
  private List<Integer> events = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path root = Path.of(System.getProperty("heyue.root", "."));
    Fuzzing fuzzing = new Fuzzing(House.of(House.book(root)));
    List<Failure> failures = events.isEmpty() ? many(fuzzing, out) : few(fuzzing);
    failures.forEach(failure -> out.println(Narrator.tell(failure)));
    out.println(failures.isEmpty() ? "Nothing failed." : failures.size() + " failed.");
    out.flush();
    return failures.isEmpty() ? 0 : 1;
  }

  private List<Failure> many(Fuzzing fuzzing, PrintWriter out) {
    if (all) {
      return fuzzing.all(seed, number);
    }
    long began = System.nanoTime();
    Found found = fuzzing.run(seed, number);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    out.print(found.tally().text());
    out.printf(
        "seeds %d to %d, %d.%03d s%n",
        seed, seed + found.tally().worlds() - 1, took.toSeconds(), took.toMillisPart());
    return found.failure().stream().toList();
  }

  private List<Failure> few(Fuzzing fuzzing) {
    World world = fuzzing.part(seed, events);
    return fuzzing.faults(world).stream()
        .map(fault -> new Failure(seed, events, fault, world, events.size()))
        .toList();
  }
}
