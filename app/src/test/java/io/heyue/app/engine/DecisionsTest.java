package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Campaign.Status;
import io.heyue.store.campaigns.Campaigning.Progress;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.campaigns.Referrals.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom rules leave to a person waits for one, and what that one decides is done. */
class DecisionsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void elderly() {
    lender.flagged(0, "elderly");
    lender.contact(0, "mobile", Lender.phone(0).reveal(), "contract");
  }

  private CampaignId campaign() {
    CampaignId id =
        lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears"));
    lender.engine.campaigns().start(id);
    return id;
  }

  private int written() {
    var _ = lender.engine.pulse().tick();
    return lender.street.letters().size();
  }

  private List<Waiting> waiting() {
    return lender.engine.decisions().page(Optional.empty(), 10);
  }

  private Decisions.Answer decide(boolean contact, Optional<LocalDate> until, Channel... channels) {
    return lender
        .engine
        .decisions()
        .decide(
            lender.matter().id(),
            new Decisions.Wish(contact, until, Set.of(channels), "spoke with their daughter"),
            "an");
  }

  private void permitted() {
    assertThat(decide(true, Optional.empty())).isInstanceOf(Decisions.Answer.Decided.class);
    lender.later(MINUTE);
  }

  private Progress progress(CampaignId campaign) {
    return lender.engine.campaigns().progress(campaign);
  }

  private String reason() {
    return lender
        .database
        .transactor()
        .get(sql -> sql.get("select reason from campaign_item", row -> row.text("reason")));
  }

  @Test
  void whomARuleLeavesToAPersonWaitsWithTheRuleAndTheFlag() {
    elderly();
    CampaignId campaign = campaign();
    assertThat(written()).isZero();
    assertThat(progress(campaign)).isEqualTo(new Progress(1, 0, 0, 0, 0, 1));
    assertThat(waiting())
        .singleElement()
        .isEqualTo(
            new Waiting(
                lender.matter().id(),
                lender.matter().person(),
                lender.now(),
                Set.of("CN-GBT-08@1"),
                Set.of("elderly"),
                List.of(campaign)));
    assertThat(lender.engine.decisions().page(Optional.of(lender.matter().id()), 10)).isEmpty();
    lender.engine.campaigns().stop(campaign());
    assertThat(waiting()).hasSize(1);
    assertThat(
            lender
                .engine
                .campaigns()
                .preview(Filter.everyone(), Approach.text("arrears"))
                .needsPerson())
        .isEqualTo(1);
  }

  @Test
  void whatIsPermittedIsWrittenAlthoughTheCampaignHadEnded() {
    elderly();
    CampaignId campaign = campaign();
    assertThat(written()).isZero();
    assertThat(written()).as("nothing is left to do").isZero();
    assertThat(lender.engine.campaigns().get(campaign).status()).isEqualTo(Status.DONE);
    permitted();
    assertThat(waiting()).isEmpty();
    assertThat(lender.engine.campaigns().get(campaign).status()).isEqualTo(Status.RUNNING);
    assertThat(written()).isEqualTo(1);
    assertThat(progress(campaign)).isEqualTo(new Progress(1, 1, 1, 0, 0, 0));
    assertThat(lender.events(CaseEvent.ContactDecided.class))
        .singleElement()
        .satisfies(decided -> {
          assertThat(decided.flags()).containsExactly("elderly");
          assertThat(Duration.between(decided.at(), decided.until())).hasDays(90);
        });
    assertThat(lender.jobs())
        .anySatisfy(job ->
            assertThat(job)
                .contains("contact decided", "\"by\":\"an\"", "spoke with their daughter"));
  }

  @Test
  void itIsWrittenInLawfulHoursAlone() {
    elderly();
    var _ = campaign();
    assertThat(written()).isZero();
    lender.later(Duration.ofHours(13)); // 23:00 in Shanghai
    permitted();
    assertThat(written()).isZero();
    lender.later(Duration.ofHours(10));
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void whatIsDeclinedEndsAndIsNotAskedAgain() {
    elderly();
    CampaignId first = campaign();
    assertThat(written()).isZero();
    assertThat(decide(false, Optional.empty())).isInstanceOf(Decisions.Answer.Decided.class);
    assertThat(progress(first)).isEqualTo(new Progress(1, 0, 0, 1, 0, 0));
    assertThat(reason()).isEqualTo("a person decided against contact");
    lender.later(MINUTE);
    CampaignId second = campaign();
    assertThat(written()).isZero();
    assertThat(progress(second)).isEqualTo(new Progress(1, 0, 0, 1, 0, 0));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatNobodyWeighedWithdrawsIt() {
    elderly();
    CampaignId campaign = campaign();
    assertThat(written()).isZero();
    permitted();
    assertThat(written()).isEqualTo(1);
    lender.flagged(0, "elderly;disabled");
    lender.later(Duration.ofDays(8));
    assertThat(written()).isEqualTo(1);
    assertThat(progress(campaign).needsPerson()).isEqualTo(1);
    assertThat(waiting())
        .singleElement()
        .satisfies(
            each -> assertThat(each.flags()).containsExactlyInAnyOrder("elderly", "disabled"));
    assertThat(lender.events(CaseEvent.DecisionWithdrawn.class))
        .singleElement()
        .satisfies(event -> assertThat(event.flags()).containsExactly("disabled"));
    permitted();
    assertThat(written()).isEqualTo(2);
  }

  @Test
  void itHoldsUntilTheEndOfItsDayOnThePersonsCalendar() {
    elderly();
    var _ = campaign();
    assertThat(written()).isZero();
    LocalDate thursday = LocalDate.of(2026, 11, 26);
    assertThat(decide(true, Optional.of(LocalDate.of(2026, 11, 22))))
        .isEqualTo(new Decisions.Answer.Over(LocalDate.of(2026, 11, 22)));
    assertThat(decide(true, Optional.of(thursday))).isInstanceOf(Decisions.Answer.Decided.class);
    lender.later(MINUTE);
    assertThat(written()).isEqualTo(1);
    lender.later(Duration.ofDays(2));
    assertThat(written()).isEqualTo(2);
    lender.later(Duration.ofDays(2)); // Friday
    assertThat(written()).isEqualTo(2);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void itHoldsByItsChannelsAlone() {
    elderly();
    CampaignId campaign = campaign();
    assertThat(written()).isZero();
    assertThat(decide(true, Optional.empty(), Channel.EMAIL))
        .isInstanceOf(Decisions.Answer.Decided.class);
    lender.later(MINUTE);
    assertThat(written()).isZero();
    assertThat(progress(campaign)).isEqualTo(new Progress(1, 0, 0, 1, 0, 0));
    assertThat(reason()).isEqualTo("no address on the channels that a person decided on");
  }

  @Test
  void whatWasToldAnewIsDecidedAnew() {
    lender.borrowers(1);
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "我失业了");
    int before = lender.street.letters().size();
    lender.later(Duration.ofDays(8));
    assertThat(written()).isEqualTo(before);
    assertThat(waiting()).hasSize(1);
    permitted();
    assertThat(written()).isEqualTo(before + 1);
    assertThat(lender.matter().decision()).isPresent();
    var _ = lender.engine.desk().open(lender.street.token());
    ConversationId next = lender.street.last().conversation().orElseThrow();
    var _ = lender.says(next, "是我");
    var _ = lender.says(next, "0000");
    var _ = lender.says(next, "我失业了");
    assertThat(lender.events(CaseEvent.VulnerabilityTold.class)).hasSize(2);
    assertThat(lender.matter().decision()).isEmpty();
  }

  @Test
  void whatIsPastNeedsNoDecision() {
    lender.borrowers(1);
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "我失业了");
    int before = lender.street.letters().size();
    lender.later(Duration.ofDays(8));
    assertThat(written()).isEqualTo(before);
    var _ = lender.engine.holds().recovered(lender.matter().id(), "an", "at work again");
    assertThat(waiting()).isEmpty();
    lender.later(MINUTE);
    assertThat(written()).isEqualTo(before + 1);
  }

  @Test
  void aPersonOfWhomNothingIsKnownNeedsNoDecision() {
    lender.borrowers(1);
    var _ = campaign();
    assertThat(written()).isEqualTo(1);
    assertThat(decide(true, Optional.empty())).isEqualTo(new Decisions.Answer.NothingToDecide());
    assertThat(
            lender
                .engine
                .decisions()
                .decide(
                    new CaseId(new java.util.UUID(0, 1)),
                    new Decisions.Wish(true, Optional.empty(), Set.of(), "x"),
                    "an"))
        .isEqualTo(new Decisions.Answer.NoCase());
  }

  /** Somebody who is dead is no matter of decision. */
  @Test
  void whatIsForbiddenNobodyPermits() {
    lender.flagged(0, "elderly;deceased");
    lender.contact(0, "mobile", Lender.phone(0).reveal(), "contract");
    CampaignId campaign = campaign();
    assertThat(written()).isZero();
    assertThat(progress(campaign)).isEqualTo(new Progress(1, 0, 0, 1, 0, 0));
    permitted();
    var _ = campaign();
    assertThat(written()).isZero();
  }
}
