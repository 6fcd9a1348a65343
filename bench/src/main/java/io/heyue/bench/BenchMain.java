package io.heyue.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that measures. What it finds never makes it fail. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = PhoneMain.class,
    description = "Measures how fast the house is, each time beside a baseline of the same run.")
public final class BenchMain implements Callable<Integer> {
  /** What the launcher runs once, so that later starts are quick. */
  private static final String REHEARSAL = "rehearse";

  private final List<Benchmark> benchmarks =
      List.of(
          new TurnsBenchmark(),
          new PermitsBenchmark(),
          new LawBenchmark(),
          new PlanningBenchmark(),
          new ImportBenchmark(),
          new UnderstandingBenchmark(),
          new StringsBenchmark(),
          new WordsBenchmark());

  private final Scale brief;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "all",
      description = "turns, permits, law, planning, import, understanding, strings, words or all.")
  private String name = "all";

  @Option(names = "--short", description = "A few seconds each.")
  private boolean hasty;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "What is generated follows from it; ${DEFAULT-VALUE} if not given.")
  private long seed = 7;

  @Spec private CommandSpec spec = CommandSpec.create();

  private BenchMain(Scale brief) {
    this.brief = brief;
  }

  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "logback-bench.xml");
    System.exit(commands(Scale.brief()).execute(arguments));
  }

  /**
   * The command.
   *
   * @param brief what {@code --short} means
   */
  static CommandLine commands(Scale brief) {
    return new CommandLine(new BenchMain(brief))
        .setExecutionExceptionHandler((fault, line, _) -> {
          line.getErr().println(fault.getMessage() + causes(fault));
          return line.getCommandSpec().exitCodeOnExecutionException();
        });
  }

  private static String causes(Throwable fault) {
    Throwable cause = fault.getCause();
    return cause == null ? "" : " " + cause.getMessage() + causes(cause);
  }

  @Override
  public Integer call() {
    Path root = Path.of(System.getProperty("heyue.root", "."));
    if (name.equals(REHEARSAL)) {
      var _ = new StringsBenchmark().measure(new Trial(root, Scale.tiny(), seed));
      return 0;
    }
    Scale scale = hasty ? brief : Scale.full();
    Trial trial = new Trial(root, scale, seed);
    PrintWriter out = spec.commandLine().getOut();
    double load = Report.loadNow();
    String size = hasty ? "short" : "full";
    List<Benchmark> chosen = chosen();
    if (!json) {
      out.println(Report.of(seed, size, load, List.of()).heading());
      out.flush();
    }
    List<Figure> all = new ArrayList<>();
    for (Benchmark benchmark : chosen) {
      List<Figure> figures = benchmark.measure(trial);
      all.addAll(figures);
      if (!json) {
        out.println();
        out.print(Report.table(figures));
        out.flush();
      }
    }
    if (json) {
      out.println(Report.of(seed, size, load, all).json());
    }
    out.flush();
    return 0;
  }

  private List<Benchmark> chosen() {
    if (name.equals("all")) {
      return benchmarks;
    }
    return benchmarks.stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .map(List::of)
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private ParameterException unknown(String wished) {
    String names =
        String.join(
            ", ",
            Stream.concat(benchmarks.stream().map(Benchmark::name), Stream.of("all")).toList());
    return new ParameterException(
        spec.commandLine(), "There is no benchmark '" + wished + "'. Maybe one of " + names + ".");
  }
}
