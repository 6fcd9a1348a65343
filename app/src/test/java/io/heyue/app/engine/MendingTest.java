package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.CampaignId;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.setbacks.Setback;
import io.heyue.store.setbacks.Setback.State;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was given up is looked at, tried again or dismissed. */
class MendingTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void change(String statement) {
    lender.database.transactor().run(sql -> sql.update(statement));
  }

  private List<Setback> all(State state) {
    return lender.engine.mending().page(Optional.of(state), Optional.empty(), Optional.empty(), 10);
  }

  private Setbacks.Count count() {
    return lender.database.transactor().get(sql -> new Setbacks().count(sql));
  }

  private void poison() {
    change("drop table if exists kept_body");
    change("create table kept_body as select case_id, body from case_state");
    change("update case_state set body = '{}'");
  }

  private void heal() {
    change("update case_state s set body = k.body from kept_body k where k.case_id = s.case_id");
    change("drop table kept_body");
  }

  /** A case that can't be read, and what it hinders, tried until it is given up. */
  private void givenUp() {
    lender.paid(0, "100.00", "R-0");
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofDays(2));
    poison();
    lender.paid(0, "50.00", "R-1");
    lender.campaign();
    for (int tries = 0; tries < 40; tries++) {
      lender.later(Duration.ofHours(6));
      var _ = lender.engine.pulse().tick();
    }
    assertThat(count()).isEqualTo(new Setbacks.Count(0, 2));
  }

  private Setback one(Kind kind) {
    List<Setback> found =
        lender.engine.mending().page(Optional.empty(), Optional.of(kind), Optional.empty(), 10);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void whatWasGivenUpIsListedWithItsReasonAndTriedAgain() {
    givenUp();
    assertThat(all(State.GIVEN_UP))
        .extracting(Setback::kind)
        .containsExactlyInAnyOrder(Kind.PAYMENT, Kind.CAMPAIGN_ITEM);
    assertThat(all(State.WAITING)).isEmpty();
    Setback payment = one(Kind.PAYMENT);
    assertThat(payment.tries()).isEqualTo(Setbacks.MOST_TRIES);
    assertThat(payment.reason()).contains(" at io.heyue.");
    // Not mended: one more try, and given up again.
    var _ = lender.engine.mending().retry(payment.id(), "zhao");
    assertThat(one(Kind.PAYMENT).state()).isEqualTo(State.WAITING);
    assertThat(lender.engine.pulse().tick().payments()).isZero();
    assertThat(one(Kind.PAYMENT).state()).isEqualTo(State.GIVEN_UP);
    assertThat(one(Kind.PAYMENT).tries()).isEqualTo(Setbacks.MOST_TRIES + 1);
    heal();
    assertThat(lender.engine.pulse().tick().payments()).isZero();
    var _ = lender.engine.mending().retry(payment.id(), "zhao");
    assertThat(lender.engine.pulse().tick().payments()).isEqualTo(1);
    assertThat(count()).isEqualTo(new Setbacks.Count(0, 1));
    assertThat(lender.jobs())
        .anyMatch(entry -> entry.contains("setback retried") && entry.contains("zhao"));
  }

  @Test
  void whatIsDismissedIsNotDoneAndDoesNotKeepItsCampaignRunning() {
    givenUp();
    CampaignId campaign =
        new CampaignId(UUID.fromString(one(Kind.CAMPAIGN_ITEM).item().split("/", -1)[0]));
    Setback item = one(Kind.CAMPAIGN_ITEM);
    assertThat(lender.engine.mending().dismiss(item.id(), "zhao", "books are wrong"))
        .isInstanceOf(Mending.Answer.Done.class);
    heal();
    assertThat(lender.engine.pulse().tick().written()).isZero();
    assertThat(status(campaign)).isEqualTo("done");
    assertThat(all(State.DISMISSED))
        .extracting(Setback::dismissedBy)
        .containsExactly(Optional.of("zhao"));
    assertThat(one(Kind.CAMPAIGN_ITEM).dismissedReason()).contains("books are wrong");
    assertThat(count()).isEqualTo(new Setbacks.Count(0, 1));
    assertThat(lender.engine.mending().dismiss(item.id(), "zhao", "again"))
        .isInstanceOf(Mending.Answer.NotNow.class);
    assertThat(lender.jobs())
        .anyMatch(
            entry -> entry.contains("setback dismissed") && entry.contains("books are wrong"));
    assertThat(lender.engine.why().verify().faults()).isEmpty();
  }

  private String status(CampaignId campaign) {
    return lender
        .database
        .transactor()
        .get(sql ->
            sql.get(
                "select status from campaign where id = ?",
                row -> row.text("status"),
                campaign.value()));
  }

  @Test
  void aDismissedItemOfAnotherKindIsPassedOverUntilItIsTriedAgain() {
    CampaignId campaign =
        lender.engine.campaigns().create("bad", Filter.everyone(), Approach.text("arrears"));
    lender.engine.campaigns().schedule(campaign, lender.now());
    change("drop table if exists kept_filter");
    change("create table kept_filter as select id, filter from campaign");
    change("update campaign set filter = '{\"nonsense\": 1}'");
    for (int tries = 0; tries < 40; tries++) {
      lender.later(Duration.ofHours(6));
      var _ = lender.engine.pulse().tick();
    }
    Setback start = one(Kind.CAMPAIGN);
    assertThat(start.state()).isEqualTo(State.GIVEN_UP);
    assertThat(status(campaign)).isEqualTo("scheduled");
    assertThat(lender.engine.mending().dismiss(start.id(), "zhao", "made by mistake"))
        .isInstanceOf(Mending.Answer.Done.class);
    assertThat(one(Kind.CAMPAIGN).state()).isEqualTo(State.DISMISSED);
    change("update campaign c set filter = k.filter from kept_filter k where k.id = c.id");
    change("drop table kept_filter");
    var _ = lender.engine.pulse().tick();
    assertThat(status(campaign)).isEqualTo("scheduled");
    var _ = lender.engine.mending().retry(start.id(), "zhao");
    var _ = lender.engine.pulse().tick();
    assertThat(status(campaign)).isEqualTo("running");
    assertThat(count()).isEqualTo(new Setbacks.Count(0, 0));
  }

  @Test
  void noPaymentIsDismissedSinceTheNextOnesWouldBeLost() {
    givenUp();
    assertThat(lender.engine.mending().dismiss(one(Kind.PAYMENT).id(), "zhao", "small"))
        .isInstanceOf(Mending.Answer.NotNow.class);
    assertThat(one(Kind.PAYMENT).state()).isEqualTo(State.GIVEN_UP);
  }

  @Test
  void whatStillWaitsIsNotDismissed() {
    lender.paid(0, "100.00", "R-0");
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofDays(2));
    poison();
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    Setback item = one(Kind.CAMPAIGN_ITEM);
    assertThat(item.state()).isEqualTo(State.WAITING);
    assertThat(lender.engine.mending().dismiss(item.id(), "zhao", "early"))
        .isInstanceOf(Mending.Answer.NotNow.class);
    heal();
    // It need not wait for its pause.
    assertThat(lender.engine.pulse().tick().written()).isZero();
    var _ = lender.engine.mending().retry(item.id(), "zhao");
    assertThat(lender.engine.pulse().tick().written()).isEqualTo(1);
    assertThatThrownBy(() -> lender.engine.mending().retry(item.id(), "zhao"))
        .isInstanceOf(NoSuchElementException.class);
  }
}
