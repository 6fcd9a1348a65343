package io.heyue.sim.check;

import io.heyue.core.portfolio.Account;
import java.time.LocalDate;
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
    if (!barred && !timeBarred(transcript) && transcript.exchanges().isEmpty()) {
      findings.add(Finding.untrue("hours", "refused a contact that is lawful"));
    }
    return findings;
  }

  /**
   * Whether three years have passed since the debt was due, last demanded or acknowledged (Civil
   * Code Art. 188, 195); nobody is approached about such a debt.
   */
  private static boolean timeBarred(Transcript transcript) {
    Account account = transcript.dossier().account();
    LocalDate since = account.dueDate();
    LocalDate last = account.facts().lastDemandOrAcknowledgment();
    if (last != null && last.isAfter(since)) {
      since = last;
    }
    return transcript.start().toLocalDate().isAfter(since.plusYears(3));
  }

  static boolean outside(LocalTime time) {
    return time.isBefore(FROM) || !time.isBefore(TO);
  }
}
