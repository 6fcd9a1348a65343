package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was meant against what was understood, counted. */
final class IntentReport {
  private record Counts(int right, int meant, int claimed) {
    double harmonic() {
      return meant + claimed == 0 ? 0 : 2.0 * right / (meant + claimed);
    }
  }

  private final Map<Intent, Counts> counts = new EnumMap<>(Intent.class);
  private final Map<String, Integer> confusions = new TreeMap<>();
  private double claimed;
  private int right;
  private int all;

  void add(Intent meant, ScoredIntent main) {
    Intent understood = main.intent();
    claimed += main.confidence();
    all++;
    if (meant == understood) {
      right++;
      count(meant, 1, 1, 1);
    } else {
      count(meant, 0, 1, 0);
      count(understood, 0, 0, 1);
      confusions.merge(meant.id() + " heard as " + understood.id(), 1, Integer::sum);
    }
  }

  private void count(Intent intent, int right, int meant, int claimed) {
    counts.merge(
        intent,
        new Counts(right, meant, claimed),
        (a, b) -> new Counts(a.right + b.right, a.meant + b.meant, a.claimed + b.claimed));
  }

  double accuracy() {
    return (double) right / all;
  }

  /** Mean confidence minus accuracy; 0 is honest. */
  double overconfidence() {
    return (claimed - right) / all;
  }

  double macroHarmonicMean() {
    return counts.values().stream()
        .filter(each -> each.meant > 0)
        .mapToDouble(Counts::harmonic)
        .average()
        .orElse(0);
  }

  double recall(Intent intent) {
    Counts own = counts.getOrDefault(intent, new Counts(0, 0, 0));
    return own.meant == 0 ? 0 : (double) own.right / own.meant;
  }

  List<String> lines(String title) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d sentences, top-1 %.3f, macro-F1 %.3f, recall of unclear %.3f, of distress %.3f,"
                + " confidence minus accuracy %.3f",
            title,
            all,
            accuracy(),
            macroHarmonicMean(),
            recall(Intent.UNCLEAR),
            recall(Intent.DISTRESS),
            overconfidence()));
    lines.add("worst by F1:");
    counts.entrySet().stream()
        .filter(entry -> entry.getValue().meant > 0)
        .sorted(Comparator.comparingDouble(entry -> entry.getValue().harmonic()))
        .limit(10)
        .forEach(entry ->
            lines.add(
                String.format(
                    Locale.ROOT, "  %.2f %s", entry.getValue().harmonic(), entry.getKey().id())));
    lines.add("most confused:");
    confusions.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(15)
        .forEach(entry -> lines.add("  " + entry.getValue() + " " + entry.getKey()));
    return lines;
  }
}
