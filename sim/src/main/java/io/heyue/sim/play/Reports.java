package io.heyue.sim.play;

import io.heyue.sim.check.Finding;
import java.util.List;

/** Conversations that went wrong, as text to be read. */
public final class Reports {
  private Reports() {}

  /** Every conversation that was not completed, with what the checkers have against it. */
  public static String text(Thousand.Counted counted) {
    StringBuilder out = new StringBuilder(counted.table()).append('\n');
    counted.failed().forEach(played -> one(played, out));
    return out.toString();
  }

  private static void one(Rehearsal.Played played, StringBuilder out) {
    out.append("=== ").append(played.persona().id()).append('\n');
    for (Finding finding : played.findings()) {
      out.append("    ! ").append(finding).append('\n');
    }
    out.append(text(played.steps())).append('\n');
  }

  /** The turns of one conversation: heard, understood, the rows that were taken, said. */
  public static String text(List<Step> steps) {
    StringBuilder out = new StringBuilder();
    for (Step step : steps) {
      List<String> rows = step.turn().record().rows();
      out.append("  < ").append(step.event().words()).append('\n');
      if (step.event().spoken()) {
        out.append("      ").append(Shown.understood(step.heard())).append('\n');
      }
      out.append("      ").append(rows).append(' ').append(step.turn().record().result());
      out.append(' ').append(step.turn().record().reasons()).append('\n');
      out.append("  > ").append(step.said()).append('\n');
    }
    return out.toString();
  }
}
