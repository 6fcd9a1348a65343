package io.heyue.sim.check;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * We begin no conversation from 22:00 to 08:00 on the person's clock (GB/T 45251 §5.3), and none
 * where we don't know their clock.
 */
final class HoursChecker implements Checker {
  private static final LocalTime FROM = LocalTime.of(8, 0);
  private static final LocalTime TO = LocalTime.of(22, 0);

  @Override
  public List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    ZoneId zone = transcript.dossier().borrower().zone();
    boolean barred = zone == null || outside(transcript.start().toLocalTime());
    boolean began = transcript.exchanges().stream().anyMatch(e -> !e.said().isEmpty());
    if (barred && began) {
      findings.add(
          Finding.unlawful(
              "hours",
              1,
              zone == null
                  ? "spoke without knowing the person's clock"
                  : "began at " + transcript.start().toLocalTime()));
    }
    if (!barred && transcript.exchanges().isEmpty()) {
      findings.add(Finding.untrue("hours", "refused a contact that is lawful"));
    }
    return findings;
  }

  static boolean outside(LocalTime time) {
    return time.isBefore(FROM) || !time.isBefore(TO);
  }
}
