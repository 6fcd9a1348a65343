package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.ConversationId;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.intake.ImportKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bars contact with a person bars it whatever the account, and however we learn of it. */
class BarsTest {
  private static final String HEADER =
      "account_number,lender,lender_place,licence,product,contract_date,principal,balance,overdue,"
          + "due_date,contract_rate,overdue_rate,person_number,name,place,time_zone,assigned,"
          + "last_demand,flags\n";

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

  private void account(String number, String flags) {
    lender.load(
        ImportKind.ACCOUNTS,
        HEADER
            + number
            + ",样例消费金融,CN,consumer_finance,消费贷,2025-06-01,10000.00,8000.00,3280.50,2026-11-05,"
            + "0.18,0.24,P1,样例甲,CN,Asia/Shanghai,no,2026-11-05,"
            + flags
            + "\n");
  }

  private void number(String account) {
    lender.load(
        ImportKind.CONTACTS,
        "account_number,lender,kind,value,relation,source\n"
            + account
            + ",样例消费金融,mobile,"
            + Lender.phone(1).reveal()
            + ",self,contract\n");
  }

  /** Starts a campaign over everybody and lets the days pass. */
  private int lettersOfAWeek() {
    int before = lender.street.letters().size();
    var campaigns = lender.engine.campaigns();
    campaigns.start(campaigns.create("all", Filter.everyone(), Approach.text("arrears")));
    for (int day = 0; day < 7; day++) {
      var _ = lender.engine.pulse().tick();
      lender.later(Duration.ofDays(1));
    }
    return lender.street.letters().size() - before;
  }

  /** The person opens the first letter's link and says {@code words}. */
  private void says(String words) {
    lender.engine.desk().open(lender.street.token());
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    lender.engine.desk().receive(talk, new ChannelEvent.TextReceived(words));
  }

  @Test
  void whoeverIsToldToStopStopsAboutTheOtherLoanToo() {
    account("LN1", "");
    number("LN1");
    assertThat(lettersOfAWeek()).isPositive();
    says("不要再给我发消息了");
    account("LN2", "");
    number("LN2");
    assertThat(lettersOfAWeek()).isZero();
  }

  @Test
  void withoutAWordAnotherLoanIsWrittenAbout() {
    account("LN1", "");
    number("LN1");
    assertThat(lettersOfAWeek()).isPositive();
    account("LN2", "");
    number("LN2");
    assertThat(lettersOfAWeek()).isPositive();
  }

  @Test
  void aFlagThatComesLaterIsObeyedAtOnce() {
    account("LN1", "");
    number("LN1");
    assertThat(lettersOfAWeek()).isPositive();
    account("LN1", "deceased");
    assertThat(lettersOfAWeek()).isZero();
  }

  @Test
  void aFlagOutlivesAPaymentBeforeTheFirstContact() {
    account("LN1", "stop");
    number("LN1");
    assertThat(lettersOfAWeek()).isZero();
    lender.load(
        ImportKind.PAYMENTS,
        "account_number,lender,amount,paid_at,reference\nLN1,样例消费金融,100.00,"
            + lender.now()
            + ",R-1\n");
    assertThat(lettersOfAWeek()).isZero();
  }
}
