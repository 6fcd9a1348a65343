package io.heyue.sim.check;

import io.heyue.core.portfolio.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nothing about a debt before the person has proved who they are, and never to anybody else (CBA
 * 2026 ch. 3; GB/T 45251 §5.3; 民法典 1034).
 */
final class SecrecyChecker implements Checker {
  private static final Pattern DEBT =
      Pattern.compile(
          "逾期|欠款|欠了|拖欠|还款|还钱|还清|借款|贷款|债务|催收|账单|利息|本金|分期|征信|信用卡|到期|应还|罚息"
              + "|overdue|past due|\\bowe|\\bdebt|\\bloan|repay|instal|interest rate|principal"
              + "|delinquen|arrears|credit (card|registry|record)|\\bdue on|payment is late",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    Account account = transcript.dossier().account();
    int proven = transcript.truth().borrower() ? transcript.provenFrom() : Integer.MAX_VALUE;
    for (int i = 0; i < Math.min(proven, transcript.exchanges().size()); i++) {
      String said =
          transcript
              .exchanges()
              .get(i)
              .said()
              .replace(account.lender().name(), "")
              .replace(transcript.dossier().mandate().payAt(), "");
      Matcher debt = DEBT.matcher(said);
      if (debt.find()) {
        findings.add(Finding.unlawful("secrecy", i + 1, "'" + debt.group() + "' before the proof"));
      }
      if (said.contains(account.product())) {
        findings.add(Finding.unlawful("secrecy", i + 1, "the product before the proof"));
      }
      if (!io.heyue.sim.people.Page.sums(said).isEmpty()) {
        findings.add(Finding.unlawful("secrecy", i + 1, "a sum before the proof"));
      }
    }
    return findings;
  }
}
