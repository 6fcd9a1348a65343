package io.heyue.sim.check;

import io.heyue.core.portfolio.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Credit reporting is spoken of only where it is done and was told beforehand (征信业管理条例 15). */
final class CreditChecker implements Checker {
  private static final Pattern CREDIT =
      Pattern.compile("征信|信用报告|信用记录|credit (registry|report|record|score|bureau)");

  @Override
  public List<Finding> check(Transcript transcript) {
    Account.LegalFacts facts = transcript.dossier().account().facts();
    boolean proven =
        Boolean.TRUE.equals(facts.creditReporting())
            && facts.creditNotice() != null
            && !facts.creditNotice().isAfter(transcript.today());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < transcript.exchanges().size(); i++) {
      if (!proven && CREDIT.matcher(transcript.exchanges().get(i).said()).find()) {
        findings.add(
            Finding.unlawful("credit", i + 1, "speaks of credit reporting without a notice"));
      }
    }
    return findings;
  }
}
