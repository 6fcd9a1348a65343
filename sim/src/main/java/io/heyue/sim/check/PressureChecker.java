package io.heyue.sim.check;

import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Disposition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * No request to pay once the person disputes, wants to be left alone, is dead or in distress, nor
 * on a debt whose limitation period has passed (民法典 188, 192). Where the person's words were
 * recorded as what they are, asking on is unlawful; where they were not, they were not heard.
 */
final class PressureChecker implements Checker {
  private static final Set<String> BARRING = Set.of("dispute", "stop", "deceased", "distress");

  private static final Set<Disposition> NOTHING_ASKED =
      EnumSet.of(
          Disposition.DISPUTE,
          Disposition.STOP_CONTACT,
          Disposition.DECEASED,
          Disposition.DISTRESS);

  private static final Pattern REQUEST =
      Pattern.compile(
          "哪一天(方便)?还|方便还|打算怎么安排|打算还多少|请.{0,6}(还款|还清|归还)|还清.{0,6}可以吗|前还.{0,20}(对吗|可以吗)"
              + "|你?要还|几号发工资|每个月大概能拿出"
              + "|剩下的部分您大概什么时候|which day would suit you to pay"
              + "|could you pay|will you pay|please pay|how much would you like to pay"
              + "|by \\d.*Is that right|Would that help|could you manage each month",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    boolean barred = limitationPassed(transcript);
    boolean claimed = false;
    for (int i = 0; i < transcript.exchanges().size(); i++) {
      Exchange exchange = transcript.exchanges().get(i);
      barred |= exchange.events().stream().anyMatch(PressureChecker::bars);
      claimed |=
          exchange.situations().stream().anyMatch(BARRING::contains)
              && transcript.truth().right().stream().anyMatch(NOTHING_ASKED::contains);
      Matcher request = REQUEST.matcher(exchange.said());
      if ((barred || claimed) && request.find()) {
        findings.add(
            new Finding(
                barred ? Finding.Kind.UNLAWFUL : Finding.Kind.UNHEARD,
                "pressure",
                i + 1,
                "asks for payment: '" + request.group() + "'"));
      }
    }
    return findings;
  }

  private static boolean limitationPassed(Transcript transcript) {
    LocalDate since = transcript.dossier().account().facts().lastDemandOrAcknowledgment();
    LocalDate due = transcript.dossier().account().dueDate();
    LocalDate from = since == null || since.isBefore(due) ? due : since;
    return transcript.today().isAfter(from.plusYears(3));
  }

  private static boolean bars(CaseEvent event) {
    return event instanceof CaseEvent.DisputeRaised
        || event instanceof CaseEvent.StopRequested
        || event instanceof CaseEvent.DeceasedTold
        || event instanceof CaseEvent.DistressTold;
  }
}
