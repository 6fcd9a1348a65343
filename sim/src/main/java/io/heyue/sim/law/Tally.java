package io.heyue.sim.law;

import java.util.Map;
import java.util.TreeMap;

/** Counts what happened, to show that a run that found nothing looked at something. */
public final class Tally {
  private long worlds;
  private long events;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Long> explained = new TreeMap<>();

  void world(int of) {
    worlds++;
    events += of;
  }

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** A refusal for which only a default of ours, or our care, stands. */
  void explained(String by) {
    explained.merge(by, 1L, Long::sum);
  }

  void add(Tally other) {
    worlds += other.worlds;
    events += other.events;
    other.counts.forEach((what, n) -> counts.merge(what, n, Long::sum));
    other.explained.forEach((by, n) -> explained.merge(by, n, Long::sum));
  }

  public long worlds() {
    return worlds;
  }

  public long events() {
    return events;
  }

  public long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("%d events in %d worlds%n".formatted(events, worlds));
    counts.forEach((what, n) -> text.append("  %-44s %10d%n".formatted(what, n)));
    text.append("refused though no law forbids it, by what is stricter of ours\n");
    explained.forEach((by, n) -> text.append("  %-44s %10d%n".formatted(by, n)));
    return text.toString();
  }
}
