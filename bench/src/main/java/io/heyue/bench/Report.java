package io.heyue.bench;

import io.heyue.store.json.Json;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured, and where.
 *
 * @param cores that the virtual machine may use
 * @param load of the machine over the last minute when it began; below 0 if that is unknown
 * @param heap most memory that objects may take, in MiB
 */
record Report(
    long seed, String jdk, int cores, double load, long heap, String size, List<Line> figures) {

  /** A figure with what follows from it. */
  record Line(
      String benchmark,
      String what,
      long n,
      double value,
      String unit,
      String baseline,
      double baselineValue,
      Optional<Double> ratio,
      Optional<String> target,
      Optional<Boolean> reached) {
    static Line of(Figure figure) {
      return new Line(
          figure.benchmark(),
          figure.what(),
          figure.n(),
          figure.value(),
          figure.unit(),
          figure.baseline().what(),
          figure.baseline().value(),
          figure.ratio(),
          figure.target().map(target -> words(target) + " " + figure.unit()),
          figure.target().map(target -> target.reached(figure.value())));
    }

    private static String words(Figure.Target target) {
      return (target.sense() == Figure.Sense.AT_MOST ? "≤ " : "≥ ") + number(target.limit());
    }
  }

  static double loadNow() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static Report of(long seed, String size, double load, List<Figure> figures) {
    return new Report(
        seed,
        Runtime.version().toString(),
        Runtime.getRuntime().availableProcessors(),
        load,
        Runtime.getRuntime().maxMemory() >> 20,
        size,
        figures.stream().map(Line::of).toList());
  }

  String json() {
    return Json.of().write(this);
  }

  String heading() {
    return "seed %d, JDK %s, %d cores, heap up to %d MiB, load %s at the start, %s"
        .formatted(seed, jdk, cores, heap, number(load), size);
  }

  /** One table of the lines of one benchmark. */
  static String table(List<Figure> figures) {
    StringBuilder table =
        new StringBuilder(row("what", "n", "figure", "baseline", "ratio", "target"));
    for (Figure figure : figures) {
      Line line = Line.of(figure);
      table.append(
          row(
              line.benchmark() + ": " + line.what(),
              Long.toString(line.n()),
              number(line.value()) + " " + line.unit(),
              line.ratio().isEmpty()
                  ? line.baseline()
                  : number(line.baselineValue()) + " " + line.unit() + " (" + line.baseline() + ")",
              line.ratio().map(ratio -> "×" + number(ratio)).orElse(""),
              line.target()
                  .map(target ->
                      target + (line.reached().orElse(false) ? " reached" : " not reached"))
                  .orElse("")));
    }
    return table.toString();
  }

  private static String row(
      String what, String n, String figure, String baseline, String ratio, String target) {
    return "%-44s %9s %16s  %-50s %9s  %s"
            .formatted(what, n, figure, baseline, ratio, target)
            .stripTrailing()
        + "\n";
  }

  /** Three digits that matter. */
  static String number(double value) {
    int decimals =
        Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 4;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
