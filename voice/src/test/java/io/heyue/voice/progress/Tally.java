package io.heyue.voice.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was meant against what was found, and after how long. */
final class Tally {
  private final Map<String, Map<String, Integer>> found = new TreeMap<>();
  private final Map<String, List<Long>> times = new TreeMap<>();
  private int all;
  private int right;

  /**
   * @param milliseconds until it was decided; below zero where it never was
   */
  void add(String kind, String meant, String got, long milliseconds) {
    found.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(got, 1, Integer::sum);
    if (milliseconds >= 0) {
      times.computeIfAbsent(kind, _ -> new ArrayList<>()).add(milliseconds);
    }
    all++;
    right += got.equals(meant) ? 1 : 0;
  }

  int all() {
    return all;
  }

  double share() {
    return (double) right / all;
  }

  private static long at(List<Long> times, double part) {
    return times.isEmpty()
        ? -1
        : times.stream().sorted().toList().get((int) (part * (times.size() - 1)));
  }

  String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        "Call progress on synthetic samples (seeded; nothing was recorded from a network)\n");
    out.append(String.format(Locale.ROOT, "%d samples, %.1f %% right%n%n", all, 100 * share()));
    out.append("kind of sample: what was found; time to the first decision, median and longest\n");
    for (String kind : new TreeSet<>(found.keySet())) {
      List<Long> took = times.getOrDefault(kind, List.of());
      out.append(
          String.format(
              Locale.ROOT,
              "%-34s %-58s %6d ms %6d ms%n",
              kind,
              found.get(kind),
              at(took, 0.5),
              at(took, 1)));
    }
    return out.toString();
  }
}
