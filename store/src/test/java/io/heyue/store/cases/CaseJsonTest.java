package io.heyue.store.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.portfolio.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseJsonTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final Rng RNG = Rng.seeded(7);

  @Test
  void everyKindOfEventComesBackAsItWas() {
    List<CaseEvent> events = events();
    assertThat(events.stream().map(Object::getClass).distinct().toList())
        .hasSameElementsAs(Arrays.asList(CaseEvent.class.getPermittedSubclasses()));
    for (CaseEvent event : events) {
      assertThat(CaseJson.event(CaseJson.write(event))).isEqualTo(event);
    }
  }

  @Test
  void aCaseComesBackAsItWas() {
    Case matter = Case.fold(events());
    assertThat(CaseJson.matter(CaseJson.write(matter))).isEqualTo(matter);
  }

  /** Promises were kept without a waiver once. */
  @Test
  void aPromiseWithoutAWaiverIsRead() {
    Case matter = Case.fold(events());
    String older = CaseJson.write(matter).replaceAll(",\"waiver\":(null|\\{[^}]*\\}[^}]*\\})", "");
    assertThat(older).doesNotContain("waiver");
    assertThat(CaseJson.matter(older).promises()).allMatch(promise -> promise.waiver().isEmpty());
  }

  /** Books had no moment once, and of payments only the day was kept. */
  @Test
  void aCaseWithoutMomentsIsRead() {
    String older =
        CaseJson.write(Case.fold(events()))
            .replaceAll(",\"asOf\":\\{[^}]*\\}", "")
            .replaceAll(",\"known\":\\{[^}]*\\}", "");
    assertThat(older).doesNotContain("asOf").doesNotContain("known");
    assertThat(CaseJson.matter(older).account().asOf()).isEmpty();
    assertThat(CaseJson.matter(older).payments()).allMatch(each -> each.known().isEmpty());
  }

  /** By when a complaint is answered was not kept once. */
  @Test
  void aComplaintWithoutADayIsRead() {
    String older = CaseJson.write(Case.fold(events())).replaceAll(",\"answerBy\":[^,}]*", "");
    assertThat(older).doesNotContain("answerBy");
    assertThat(CaseJson.matter(older).complaintDue()).isEmpty();
    assertThat(CaseJson.matter(CaseJson.write(Case.fold(events()))).complaintDue()).contains(DAY);
    assertThat(CaseJson.event("{\"type\":\"ComplaintMade\",\"at\":\"" + AT + "\"}"))
        .isEqualTo(new CaseEvent.ComplaintMade(AT, Optional.empty()));
  }

  /** Whether somebody is vulnerable was not kept once. */
  @Test
  void aCaseThatDoesNotSayWhetherSomebodyIsVulnerableIsRead() {
    String older =
        CaseJson.write(Case.fold(events()).after(new CaseEvent.VulnerabilityTold(AT)))
            .replaceAll(",\"vulnerable\":[^,}]*", "");
    assertThat(older).doesNotContain("vulnerable");
    assertThat(CaseJson.matter(older).vulnerable()).isEmpty();
  }

  /** Nobody could decide on contacts once. */
  @Test
  void aCaseOnWhichNobodyDecidedIsReadAndADecisionIsKept() {
    Case decided =
        Case.fold(events())
            .after(
                new CaseEvent.ContactDecided(
                    AT, false, AT.plusSeconds(9), Set.of(Channel.SMS), Set.of("elderly")));
    String now = CaseJson.write(decided);
    assertThat(CaseJson.matter(now).decision()).isEqualTo(decided.decision()).isPresent();
    String older = now.replaceAll(",\"decision\":\\{[^}]*\\}", "");
    assertThat(older).doesNotContain("decision");
    assertThat(CaseJson.matter(older).decision()).isEmpty();
  }

  /** How long a payment is waited for was not kept once. */
  @Test
  void aClaimOfAPaymentWithoutAnEndIsRead() {
    String older = "{\"type\":\"PaymentClaimed\",\"at\":\"" + AT + "\",\"paidOn\":\"" + DAY + "\"}";
    assertThat(CaseJson.event(older))
        .isEqualTo(new CaseEvent.PaymentClaimed(AT, Optional.of(DAY), Optional.empty()));
  }

  /** One of each kind, in an order that a case could see. */
  static List<CaseEvent> events() {
    Account account =
        new Account(
            AccountId.draw(RNG),
            "1234",
            new Lender("样例银行", Licence.BANK, "CN"),
            "消费贷",
            Optional.of(DAY.minusYears(1)),
            Optional.of(Money.fen(1_000_000)),
            Optional.of(Money.fen(800_000)),
            Money.fen(328_050),
            Optional.of(Money.fen(328_050)),
            DAY.minusMonths(1),
            Rate.parse("0.180000"),
            Rate.parse("0.240000"),
            new Account.LegalFacts(true, null, DAY.minusDays(9), false, null),
            Optional.of(new Account.AsOf(AT, true)));
    ConversationId talk = ConversationId.draw(RNG);
    PromiseId promise = PromiseId.draw(RNG);
    ContactPointId point = ContactPointId.draw(RNG);
    Money sum = Money.fen(100_001);
    Plan plan = Plan.monthly(sum, 2, DAY);
    return List.of(
        new CaseEvent.CaseOpened(AT, CaseId.draw(RNG), PersonId.draw(RNG), account),
        new CaseEvent.AccountChanged(AT, account),
        new CaseEvent.ContactReserved(
            AT,
            PermitId.draw(RNG),
            Channel.SMS,
            Optional.of(point),
            Optional.of(CampaignId.draw(RNG))),
        new CaseEvent.ContactMade(AT, talk, Channel.CHAT),
        new CaseEvent.ContactFailed(AT, PermitId.draw(RNG), Channel.SMS, "no route"),
        new CaseEvent.RightPartyVerified(AT, talk),
        new CaseEvent.ProofFailed(AT, talk),
        new CaseEvent.PromiseMade(AT, promise, sum, DAY),
        new CaseEvent.PromisePartlyKept(AT, promise, Money.fen(1)),
        new CaseEvent.PromiseKept(AT, promise),
        new CaseEvent.PromiseBroken(AT, promise),
        new CaseEvent.PromiseReleased(AT, promise),
        new CaseEvent.PromiseReplaced(AT, promise),
        new CaseEvent.StatementPromised(AT, talk),
        new CaseEvent.StatementGiven(AT, talk, Channel.CHAT),
        new CaseEvent.ConfirmationSent(AT, talk, PermitId.draw(RNG), Channel.SMS),
        new CaseEvent.ConfirmationDropped(AT, talk, "settled"),
        new CaseEvent.PlanAgreed(AT, plan, List.of(PromiseId.draw(RNG), PromiseId.draw(RNG))),
        new CaseEvent.ExtensionGranted(AT, PromiseId.draw(RNG), sum, DAY),
        new CaseEvent.ReductionGranted(AT, PromiseId.draw(RNG), sum, Money.fen(5), DAY),
        new CaseEvent.OverdueRateLowered(AT, Rate.parse("0.240000"), Rate.parse("0.192000")),
        new CaseEvent.PaymentPosted(
            AT, "R-1", Money.fen(7), DAY, Optional.of(new Case.Timing(AT, AT))),
        new CaseEvent.PaymentClaimed(AT, Optional.of(DAY), Optional.of(AT.plusSeconds(86_400))),
        new CaseEvent.DisputeRaised(AT),
        new CaseEvent.HardshipTold(AT),
        new CaseEvent.VulnerabilityTold(AT),
        new CaseEvent.VulnerabilityPast(AT),
        new CaseEvent.ContactDecided(
            AT, true, AT.plusSeconds(86_400), Set.of(Channel.SMS), Set.of("vulnerable")),
        new CaseEvent.DecisionWithdrawn(AT, Set.of("disabled")),
        new CaseEvent.DistressTold(AT),
        new CaseEvent.DeceasedTold(AT),
        new CaseEvent.LegalRepresentationTold(AT),
        new CaseEvent.ComplaintMade(AT, Optional.of(DAY)),
        new CaseEvent.StopRequested(AT),
        new CaseEvent.FraudSuspected(AT),
        new CaseEvent.WrongPersonTold(AT, Optional.of(point)),
        new CaseEvent.ThirdPartyAnswered(AT, Optional.empty()),
        new CaseEvent.CallbackAgreed(AT, AT.plusSeconds(60)),
        new CaseEvent.HandedOver(AT, talk, HandoverReason.HARDSHIP),
        new CaseEvent.ConsentGiven(AT, Channel.SMS),
        new CaseEvent.ConsentWithdrawn(AT, Channel.EMAIL),
        new CaseEvent.HoldPlaced(AT, HoldKind.COMPLAINT, Optional.of(AT), Optional.of(DAY)),
        new CaseEvent.HoldLifted(AT, HoldKind.HARDSHIP),
        new CaseEvent.ConversationEnded(AT, talk, Disposition.PROMISE, true),
        new CaseEvent.Cured(AT));
  }
}
