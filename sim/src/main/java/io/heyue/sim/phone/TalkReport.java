package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.sim.check.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of conversations by telephone, for people to read. Pure. */
public final class TalkReport {
  private TalkReport() {}

  /** How many were completed, by language, and what the checkers found. */
  public static String table(List<SpokenRehearsal.Held> all) {
    StringBuilder out = new StringBuilder();
    out.append(
        line(
            String.format(
                Locale.ROOT,
                "%-8s %6s %10s %9s %8s %8s %9s %9s",
                "language",
                "number",
                "completed",
                "unlawful",
                "unheard",
                "untrue",
                "needless",
                "s a call")));
    for (Lang lang : List.of(Lang.EN, Lang.ZH)) {
      List<SpokenRehearsal.Held> held = all.stream().filter(each -> each.lang() == lang).toList();
      if (!held.isEmpty()) {
        out.append(row(lang.code(), held));
      }
    }
    out.append(row("all", all));
    Map<String, Long> findings =
        all.stream()
            .flatMap(each -> each.findings().stream())
            .collect(Collectors.groupingBy(TalkReport::named, TreeMap::new, Collectors.counting()));
    findings.forEach(
        (what, count) -> out.append(line(String.format(Locale.ROOT, "%6d × %s", count, what))));
    return out.toString();
  }

  private static String row(String name, List<SpokenRehearsal.Held> held) {
    return line(
        String.format(
            Locale.ROOT,
            "%-8s %6d %10d %9d %8d %8d %9d %9.0f",
            name,
            held.size(),
            held.stream().filter(SpokenRehearsal.Held::completed).count(),
            with(Finding.Kind.UNLAWFUL, held),
            with(Finding.Kind.UNHEARD, held),
            with(Finding.Kind.UNTRUE, held),
            with(Finding.Kind.NEEDLESS, held),
            held.stream()
                .map(each -> each.end().talked())
                .mapToLong(Duration::toSeconds)
                .average()
                .orElse(0)));
  }

  private static long with(Finding.Kind kind, List<SpokenRehearsal.Held> held) {
    return held.stream()
        .filter(each -> each.findings().stream().anyMatch(finding -> finding.kind() == kind))
        .count();
  }

  private static String named(Finding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT)
        + ", "
        + finding.check()
        + ": "
        + finding.what();
  }

  /** One conversation: what was meant, what was heard of it, and what we said. */
  public static String transcript(SpokenRehearsal.Held held) {
    StringBuilder out = new StringBuilder();
    out.append(
        line(
            String.format(
                Locale.ROOT,
                "== %s, %s, %d s, %s, %s",
                held.persona().id(),
                held.lang().code(),
                held.end().talked().toSeconds(),
                held.end().ending().how().name().toLowerCase(Locale.ROOT),
                held.completed() ? "completed" : "not completed")));
    for (SpokenRehearsal.Told turn : held.turns()) {
      for (String meant : turn.meant()) {
        out.append(
            line(String.format(Locale.ROOT, "  meant  %s", meant.isEmpty() ? "(nothing)" : meant)));
      }
      out.append(
          line(
              String.format(
                  Locale.ROOT,
                  "  heard  %s %s",
                  turn.step().event().getClass().getSimpleName(),
                  turn.step().event().words())));
      if (!turn.step().said().isEmpty()) {
        out.append(line(String.format(Locale.ROOT, "  said   %s", turn.step().said())));
      }
    }
    held.findings()
        .forEach(finding ->
            out.append(
                line(
                    String.format(
                        Locale.ROOT, "  FOUND  %s (turn %d)", named(finding), finding.turn()))));
    return out.append(System.lineSeparator()).toString();
  }

  private static String line(String words) {
    return words + System.lineSeparator();
  }
}
