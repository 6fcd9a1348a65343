package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import io.heyue.bench.law.ContactVerdicts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How fast the law answers, by JMH on one thread in a virtual machine of its own. */
final class LawBenchmark implements Benchmark {
  private static final double MICRO = 1e-6;

  @Override
  public String name() {
    return "law";
  }

  @Override
  public List<Figure> measure(Trial trial) {
    Collection<RunResult> sampled = run(trial, Mode.SampleTime);
    Collection<RunResult> counted = run(trial, Mode.Throughput);
    double lawless = rate(find(counted, "lawless", "cn"));
    double cn = rate(find(counted, "verdict", "cn"));
    List<Figure> figures = new ArrayList<>();
    for (String packs : List.of("cn", "all")) {
      RunResult sample = find(sampled, "verdict", packs);
      long n = sample.getPrimaryResult().getSampleCount();
      String which = packs.equals("cn") ? "China's pack" : "all packs";
      figures.add(
          new Figure(
              name(),
              "contact verdict p50, " + which,
              n,
              percentile(sample, 50),
              "µs",
              new Baseline("no law", percentile(find(sampled, "lawless", packs), 50)),
              Target.atMost(5)));
      figures.add(
          new Figure(
              name(),
              "contact verdict p99, " + which,
              n,
              percentile(sample, 99),
              "µs",
              new Baseline("no law", percentile(find(sampled, "lawless", packs), 99)),
              Optional.empty()));
      figures.add(
          new Figure(
              name(),
              "contact verdicts, one thread, " + which,
              n,
              rate(find(counted, "verdict", packs)),
              "per s",
              packs.equals("cn")
                  ? new Baseline("no law", lawless)
                  : new Baseline("China's pack", cn),
              Target.atLeast(packs.equals("cn") ? 200_000 : cn / 2)));
    }
    return figures;
  }

  private static Collection<RunResult> run(Trial trial, Mode mode) {
    boolean tiny = trial.scale().equals(Scale.tiny());
    boolean brief = trial.scale().equals(Scale.brief());
    TimeValue second = tiny ? TimeValue.milliseconds(50) : TimeValue.seconds(1);
    try {
      return new Runner(
              new OptionsBuilder()
                  .include(ContactVerdicts.class.getName() + "\\.(verdict|lawless)")
                  .mode(mode)
                  .timeUnit(TimeUnit.SECONDS)
                  .forks(tiny ? 0 : 1)
                  .warmupIterations(tiny ? 1 : brief ? 2 : 4)
                  .warmupTime(second)
                  .measurementIterations(tiny ? 1 : brief ? 2 : 5)
                  .measurementTime(second)
                  .jvmArgsAppend("-Dheyue.root=" + trial.root())
                  .verbosity(VerboseMode.SILENT)
                  .build())
          .run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure the law.", e);
    }
  }

  private static RunResult find(Collection<RunResult> results, String benchmark, String packs) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(result -> result.getParams().getParam("packs").equals(packs))
        .findFirst()
        .orElseThrow();
  }

  /** In microseconds. */
  private static double percentile(RunResult result, double percent) {
    return result.getPrimaryResult().getStatistics().getPercentile(percent) / MICRO;
  }

  private static double rate(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}
