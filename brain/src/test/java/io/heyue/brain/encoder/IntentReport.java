package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private final List<Double> confidences = new ArrayList<>();
  private final List<Boolean> outcomes = new ArrayList<>();
  private double claimed;
  private int right;
  private int all;

  void add(Intent meant, ScoredIntent main) {
    Intent understood = main.intent();
    claimed += main.confidence();
    confidences.add(main.confidence());
    outcomes.add(meant == understood);
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

  /** Mean distance between sureness and share of right answers over ten bands of sureness. */
  double calibrationError() {
    double[] gaps = new double[10];
    for (int place = 0; place < confidences.size(); place++) {
      int band = Math.min(9, (int) (confidences.get(place) * 10));
      gaps[band] += confidences.get(place) - (outcomes.get(place) ? 1 : 0);
    }
    return java.util.Arrays.stream(gaps).map(Math::abs).sum() / Math.max(1, all);
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

  /** How many of those heard with at least {@code confidence} were heard rightly. */
  double precision(double confidence) {
    long sure = 0;
    long good = 0;
    for (int place = 0; place < confidences.size(); place++) {
      if (confidences.get(place) >= confidence) {
        sure++;
        good += outcomes.get(place) ? 1 : 0;
      }
    }
    return sure == 0 ? 1 : (double) good / sure;
  }

  /** How many are heard with at least {@code confidence}, of all. */
  double coverage(double confidence) {
    return (double) confidences.stream().filter(each -> each >= confidence).count() / all;
  }

  /** The recall of all of {@code intents} together. */
  double recall(Set<Intent> intents) {
    int meant = 0;
    int heard = 0;
    for (Intent intent : intents) {
      Counts own = counts.getOrDefault(intent, new Counts(0, 0, 0));
      meant += own.meant;
      heard += own.right;
    }
    return meant == 0 ? 0 : (double) heard / meant;
  }

  String summary(Set<Intent> safety) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%d sentences, top-1 %.3f, macro-F1 %.3f; sure >= 0.85: %.3f right of %.3f, >= 0.70:"
                + " %.3f right of %.3f; confidence minus accuracy %.3f; safety recall %.3f:",
            all,
            accuracy(),
            macroHarmonicMean(),
            precision(0.85),
            coverage(0.85),
            precision(0.7),
            coverage(0.7),
            overconfidence(),
            recall(safety)));
    for (Intent intent : safety) {
      line.append(String.format(Locale.ROOT, " %s %.2f", intent.id(), recall(intent)));
    }
    return line.toString();
  }

  /** Every intent by itself, and how many are right of those that are at least so sure. */
  List<String> tables() {
    List<String> lines = new ArrayList<>();
    lines.add("intent | cases | precision | recall | F1");
    counts.forEach((intent, own) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "%s | %d | %.2f | %.2f | %.2f",
                intent.id(),
                own.meant(),
                own.claimed() == 0 ? 1 : (double) own.right() / own.claimed(),
                recall(intent),
                own.harmonic())));
    lines.add("sure | share | right");
    for (double least : new double[] {0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98}) {
      lines.add(
          String.format(
              Locale.ROOT, "%.2f | %.3f | %.3f", least, coverage(least), precision(least)));
    }
    return lines;
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
