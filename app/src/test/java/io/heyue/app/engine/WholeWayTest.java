package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Promise;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Campaign;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lender's way from a campaign to a kept promise. */
class WholeWayTest {
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

  private CampaignId campaign() {
    CampaignId id =
        lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears"));
    lender.engine.campaigns().start(id);
    return id;
  }

  private Case onlyCase() {
    List<Case> all =
        lender.database.transactor().get(sql -> new Cases().page(sql, Optional.empty(), 10));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private String says(ConversationId conversation, String text) {
    List<Said> said =
        lender.engine.desk().receive(conversation, new ChannelEvent.TextReceived(text));
    return said.isEmpty() ? "" : said.getLast().text();
  }

  @Test
  void aPromiseIsMadeConfirmedPaidAndKept() {
    lender.borrowers(1);
    CampaignId id = campaign();
    Pulse.Beat beat = lender.engine.pulse().tick();
    assertThat(beat.written()).isEqualTo(1);
    assertThat(beat.delivered()).isEqualTo(1);
    assertThat(lender.street.last().words())
        .contains("https://pay.example/")
        .doesNotContain("3280");
    assertThat(lender.engine.campaigns().progress(id).written()).isEqualTo(1);

    String token = lender.street.token();
    Opening.Opened opened = (Opening.Opened) lender.engine.desk().open(token);
    assertThat(lender.engine.desk().session(opened.secret())).isPresent();
    assertThat(lender.engine.desk().open(token)).isEqualTo(new Opening.Closed(Opening.Reason.USED));
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    List<Said> seen = new ArrayList<>();
    try (Watch _ = lender.engine.desk().watch(talk, seen::add)) {
      assertThat(says(talk, "是我")).isNotEmpty().doesNotContain("3,280.50");
      assertThat(says(talk, "0000")).contains("3,280.50");
    }
    assertThat(seen).hasSize(4);
    assertThat(says(talk, "12月1日全部还清")).contains("12月1日");
    assertThat(says(talk, "可以")).isNotEmpty();
    assertThat(onlyCase().openPromises()).hasSize(1);

    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(2);
    assertThat(lender.street.last().words()).doesNotContain("3,280.50");

    lender.later(Duration.ofDays(6));
    lender.paid(0, "3280.50", "R-1");
    Pulse.Beat paid = lender.engine.pulse().tick();
    assertThat(paid.payments()).isEqualTo(1);
    Case matter = onlyCase();
    assertThat(matter.promises().getLast().status()).isEqualTo(Promise.Status.KEPT);
    assertThat(matter.cured()).isTrue();
    assertThat(matter.holds()).containsKey(HoldKind.PAID);

    lender.later(Duration.ofDays(5));
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(2);
    assertThat(lender.engine.campaigns().get(id).status()).isEqualTo(Campaign.Status.DONE);
    assertThat(lender.engine.why().verify().faults()).isEmpty();
    assertThat(lender.database.transactor().<Case>get(sql -> new Cases().rebuild(sql, matter.id())))
        .isEqualTo(matter);
    List<Why.Answer> why =
        lender.engine.why().of(lender.street.letters().getFirst().permit(), Lang.ZH);
    assertThat(why).extracting(Why.Answer::kind).containsExactlyInAnyOrder("contact", "delivery");
    why = why.stream().filter(answer -> answer.kind().equals("contact")).toList();
    assertThat(why.getFirst().verdict()).isEqualTo("permitted");
    assertThat(why.getFirst().rules())
        .isNotEmpty()
        .allMatch(ground -> ground.citation().isPresent());
  }

  @Test
  void aPromiseThatNobodyKeepsIsBrokenAfterADayOfGrace() {
    lender.borrowers(1);
    campaign();
    var _ = lender.engine.pulse().tick();
    lender.engine.desk().open(lender.street.token());
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    says(talk, "是我");
    says(talk, "0000");
    says(talk, "11月25日全部还清");
    says(talk, "可以");
    assertThat(onlyCase().openPromises()).hasSize(1);
    lender.later(Duration.ofDays(3));
    var _ = lender.engine.reconciliation().run(lender.now());
    assertThat(onlyCase().tallies().broken()).isZero();
    lender.later(Duration.ofDays(1));
    Reconciliation.Reconciled found = lender.engine.reconciliation().run(lender.now());
    assertThat(found.broken()).isEqualTo(1);
    assertThat(onlyCase().tallies().broken()).isEqualTo(1);
  }

  @Test
  void aPaymentInterruptsAConversation() {
    lender.borrowers(1);
    campaign();
    var _ = lender.engine.pulse().tick();
    lender.engine.desk().open(lender.street.token());
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    says(talk, "是我");
    says(talk, "0000");
    lender.paid(0, "3280.50", "R-1");
    Reconciliation.Reconciled found = lender.engine.reconciliation().run(lender.now());
    assertThat(found.interrupted()).isEqualTo(1);
    assertThat(lender.engine.desk().messages(talk, 5)).isNotEmpty();
  }

  @Test
  void stopIsObeyedAtOnceAndSaidOnce() {
    lender.borrowers(1);
    campaign();
    var _ = lender.engine.pulse().tick();
    lender.engine.desk().smsReceived(Lender.phone(0), "退订", "m-1");
    lender.engine.desk().smsReceived(Lender.phone(0), "退订。", "m-2");
    lender.engine.desk().smsReceived(Lender.phone(0), "退订", "m-1");
    assertThat(onlyCase().holds()).containsKey(HoldKind.STOP);
    lender.later(Duration.ofDays(3));
    for (int day = 0; day < 5; day++) {
      var _ = lender.engine.pulse().tick();
      lender.later(Duration.ofDays(1));
    }
    assertThat(lender.street.letters()).hasSizeLessThanOrEqualTo(2);
    assertThat(lender.engine.why().verify().faults()).isEmpty();
  }

  @Test
  void anAnswerByTextMessageBeginsAConversation() {
    lender.borrowers(1);
    campaign();
    var _ = lender.engine.pulse().tick();
    lender.engine.desk().smsReceived(Lender.phone(0), "是我", "m-1");
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(lender.street.letters()).allMatch(letter -> !letter.words().contains("3,280"));
    int before = lender.street.letters().size();
    lender.engine.desk().smsReceived(Lender.phone(0), "0000", "m-2");
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(before + 1);
    assertThat(lender.street.last().words()).contains("3,280.50");
  }

  @Test
  void nothingIsSentTwiceWhateverTheCarrierSays() {
    lender.borrowers(3);
    campaign();
    lender.street.answers(_ -> new Handed.Unsure("the line broke"));
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(3);
    lender.later(Duration.ofMinutes(1));
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(3);
  }

  @Test
  void aLetterThatWasCertainlyNotTakenIsTriedAgainButNeverPastItsPermit() {
    lender.borrowers(1);
    campaign();
    lender.street.answers(_ -> new Handed.Refused("busy", false));
    var _ = lender.engine.pulse().tick();
    for (int second = 0; second < 900; second += 5) {
      lender.later(Duration.ofSeconds(5));
      var _ = lender.engine.courier().deliver(lender.now(), 10);
    }
    assertThat(lender.street.letters()).hasSizeBetween(5, 8);
    assertThat(lender.street.letters().stream().map(Letter::id).distinct()).hasSize(1);
    assertThat(onlyCase().tallies().attempts()).isEqualTo(1);
    lender.engine.courier().receipt(Channel.SMS, "unknown", true);
  }

  @Test
  void aPreviewSaysWhoWouldBeRefusedAndWritesNothing() {
    lender.borrowers(5);
    Campaigns.Preview all =
        lender.engine.campaigns().preview(Filter.everyone(), Approach.text("arrears"));
    assertThat(all.accounts()).isEqualTo(5);
    assertThat(all.permitted()).isEqualTo(5);
    campaign();
    var _ = lender.engine.pulse().tick();
    lender.engine.desk().smsReceived(Lender.phone(0), "TD", "m-1");
    Campaigns.Preview after =
        lender.engine.campaigns().preview(Filter.everyone(), Approach.text("arrears"));
    assertThat(after.refused()).isPositive();
    assertThat(after.refusedByRule()).isNotEmpty();
  }
}
