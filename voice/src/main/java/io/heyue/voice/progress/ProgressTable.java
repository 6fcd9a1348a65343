package io.heyue.voice.progress;

import io.heyue.voice.progress.RedialRule.Mark;
import io.heyue.voice.progress.Rows.Row;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What statuses of SIP and causes of Q.850 say of a call, and what follows from each disposition;
 * read from {@code signs.tsv} and {@code dispositions.tsv}. Immutable and thread-safe.
 */
public final class ProgressTable {
  static final String DISPOSITIONS = "dispositions.tsv";
  static final String SIGNS = "signs.tsv";

  private static final List<String> COLUMNS =
      List.of("disposition", "redial", "after", "per_day", "number", "alarm", "note");

  private final Map<Disposition, RedialRule> rules;
  private final Signs sip;
  private final Signs q850;

  private ProgressTable(Map<Disposition, RedialRule> rules, Signs sip, Signs q850) {
    this.rules = rules;
    this.sip = sip;
    this.q850 = q850;
  }

  /**
   * The tables that are built in.
   *
   * @throws TableFailure where one can't be used
   */
  public static ProgressTable standard() {
    return read(Rows.resource(DISPOSITIONS), Rows.resource(SIGNS));
  }

  /**
   * Tables of one's own.
   *
   * @param dispositions as {@code dispositions.tsv}
   * @param signs as {@code signs.tsv}
   * @throws TableFailure where one can't be used
   */
  public static ProgressTable read(byte[] dispositions, byte[] signs) {
    List<Row> rows = Rows.read(SIGNS, signs, Signs.COLUMNS);
    Signs.demandKinds(rows);
    return new ProgressTable(
        rules(Rows.read(DISPOSITIONS, dispositions, COLUMNS)),
        Signs.of(Signs.Kind.SIP, SIGNS, rows),
        Signs.of(Signs.Kind.Q850, SIGNS, rows));
  }

  private static Map<Disposition, RedialRule> rules(List<Row> rows) {
    Map<Disposition, RedialRule> rules = new EnumMap<>(Disposition.class);
    for (Row row : rows) {
      if (rules.put(row.disposition(), rule(row)) != null) {
        throw row.fault("disposition", "It stands there twice. Maybe remove one row.");
      }
    }
    for (Disposition each : Disposition.values()) {
      if (!rules.containsKey(each)) {
        throw Rows.fault(
            DISPOSITIONS,
            rows.getLast().line(),
            "disposition",
            each.id(),
            "It has no rule. Maybe add a row for it.");
      }
    }
    return rules;
  }

  private static RedialRule rule(Row row) {
    boolean redial = row.yes("redial");
    String perDay = row.cell("per_day");
    if (!perDay.matches(redial ? "[1-" + RedialRule.MOST_PER_DAY + "]" : Rows.NONE)) {
      throw row.fault(
          "per_day",
          redial ? "Maybe 1 to " + RedialRule.MOST_PER_DAY + "." : "Maybe '-': no redial.");
    }
    Mark mark =
        Mark.find(row.cell("number")).orElseThrow(() -> row.fault("number", "Maybe keep or bad."));
    if (redial && mark == Mark.BAD) {
      throw row.fault("number", "A bad number isn't called again. Maybe keep, or no redial.");
    }
    return new RedialRule(
        redial, after(row, redial), redial ? Integer.parseInt(perDay) : 0, mark, row.yes("alarm"));
  }

  private static Duration after(Row row, boolean redial) {
    String after = row.cell("after");
    if (!after.matches(redial ? "[1-9][0-9]{0,2}[mhd]" : Rows.NONE)) {
      throw row.fault("after", redial ? "Maybe as 30m, 4h or 3d." : "Maybe '-': no redial.");
    }
    if (!redial) {
      return Duration.ZERO;
    }
    int amount = Integer.parseInt(after.substring(0, after.length() - 1));
    return switch (after.charAt(after.length() - 1)) {
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /**
   * @param status final and no success: 300 to 699
   */
  public Sign sip(int status) {
    return sip.of(status);
  }

  /**
   * @param cause 1 to 127
   */
  public Sign q850(int cause) {
    return q850.of(cause);
  }

  public RedialRule rule(Disposition disposition) {
    RedialRule rule = rules.get(disposition);
    if (rule == null) {
      throw new IllegalStateException("No rule for " + disposition + ", though all were demanded.");
    }
    return rule;
  }
}
