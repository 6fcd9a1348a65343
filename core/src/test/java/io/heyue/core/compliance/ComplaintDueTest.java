package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.HoldKind;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import io.heyue.core.law.StandingForm;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By when a complaint is answered: the strictest of the law and the lender, who wants 15 days. */
class ComplaintDueTest {
  private static final LocalDate TODAY = Samples.TODAY;

  private static Rule rule(String id, int days, Scope scope) {
    RuleForm form =
        new StandingForm.Deadline(
            "complaint",
            Period.ofDays(days),
            Optional.of(Period.ofDays(90)),
            Optional.of(Period.ofDays(90)));
    return SampleLaw.rule(id, 1, "CN", SampleLaw.LONG_AGO, null, scope, form);
  }

  private static LocalDate due(Rule... rules) {
    return new Guard(SampleLaw.bookWith(rules)).complaintDue(Samples.dossier(), Samples.NOW).day();
  }

  @Test
  void theLawThatIsStricterThanTheLenderCounts() {
    assertThat(due(rule("CN-A", 10, SampleLaw.EVERYTHING), rule("CN-B", 12, SampleLaw.EVERYTHING)))
        .isEqualTo(TODAY.plusDays(10));
    assertThat(
            new Guard(SampleLaw.bookWith(rule("CN-A", 10, SampleLaw.EVERYTHING)))
                .complaintDue(Samples.dossier(), Samples.NOW)
                .rules())
        .containsExactly(new RuleId("CN-A", 1));
  }

  @Test
  void theLenderWhoIsStricterThanTheLawCounts() {
    assertThat(due(rule("CN-A", 20, SampleLaw.EVERYTHING))).isEqualTo(TODAY.plusDays(15));
    assertThat(due()).isEqualTo(TODAY.plusDays(15));
  }

  @Test
  void aRuleForAnotherProductSaysNothing() {
    Scope other = new Scope(Set.of(), Set.of(), Set.of(), Set.of("没有这种产品"));
    assertThat(due(rule("CN-A", 1, other))).isEqualTo(TODAY.plusDays(15));
  }

  @Test
  void theDayIsKeptWithTheComplaintAndIsNotPutOffByComplainingAgain() {
    Case matter =
        Samples.matter(
            new CaseEvent.ComplaintMade(Samples.NOW, Optional.of(TODAY.plusDays(15))),
            new CaseEvent.ComplaintMade(
                Samples.NOW.plusSeconds(86_400), Optional.of(TODAY.plusDays(16))));
    assertThat(matter.complaintDue()).contains(TODAY.plusDays(15));
    assertThat(
            matter
                .after(
                    new CaseEvent.HoldPlaced(
                        Samples.NOW,
                        HoldKind.COMPLAINT,
                        Optional.empty(),
                        Optional.of(TODAY.plusDays(3))))
                .complaintDue())
        .contains(TODAY.plusDays(3));
    assertThat(
            matter.after(new CaseEvent.HoldLifted(Samples.NOW, HoldKind.COMPLAINT)).complaintDue())
        .isEmpty();
  }
}
