package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.portfolio.CaseEvent.StatementGiven;
import io.heyue.core.portfolio.CaseEvent.StatementPromised;
import io.heyue.core.portfolio.Disposition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks where a sum comes from, or doubts it, gets a statement of account. */
class StatementsTest {
  private static final List<String> WHAT_THE_BOOKS_HOLD =
      List.of("样例消费金融", "消费贷", "本金：10,000.00元", "余额：8,000.00元", "11月5日", "18%", "24%", "15天内书面答复");

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

  @Test
  void whoAsksOnThePageReadsItThereAndIsAskedOn() {
    ConversationId talk = lender.verified();
    String answer = lender.says(talk, "把明细给我看看");
    assertThat(answer)
        .contains(WHAT_THE_BOOKS_HOLD)
        .contains("其中已到期未还：3,280.50元")
        .contains("收到的还款：无")
        .endsWith("请问您方便在哪一天还呢？");
    assertThat(lender.events(StatementGiven.class)).hasSize(1);
    assertThat(lender.matter().statementDue()).isFalse();
  }

  @Test
  void paymentsStandInItWithTheirDays() {
    lender.paid(0, "1000.00", "R-1");
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofDays(2));
    ConversationId talk = lender.verified();
    assertThat(lender.says(talk, "明细"))
        .contains("其中已到期未还：2,280.50元")
        .contains("11月23日 1,000.00元；合计1,000.00元");
  }

  @Test
  void whoDisputesTheDebtGetsItWithoutAsking() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "这笔账不对");
    String answer = lender.says(talk, "金额算错了");
    assertThat(answer).contains(WHAT_THE_BOOKS_HOLD).contains("您的异议已经登记");
    assertThat(lender.matter().holds()).containsKey(HoldKind.DISPUTE);
    assertThat(lender.matter().lastDisposition()).contains(Disposition.DISPUTE);
    assertThat(lender.events(StatementGiven.class)).hasSize(1);
  }

  @Test
  void whoAsksByTextMessageGetsALinkAndReadsItBehindThat() {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    lender.engine.desk().smsReceived(Lender.phone(0), "是我", "m-1");
    lender.engine.desk().smsReceived(Lender.phone(0), "0000", "m-2");
    lender.engine.desk().smsReceived(Lender.phone(0), "明细", "m-3");
    for (int beat = 0; beat < 5; beat++) {
      var _ = lender.engine.pulse().tick();
    }
    assertThat(lender.events(StatementPromised.class)).hasSize(1);
    assertThat(lender.matter().statementDue()).isTrue();
    assertThat(lender.jobs()).anyMatch(job -> job.contains("written under permit"));
    List<Letter> links =
        lender.street.letters().stream()
            .filter(letter -> letter.words().contains("您要的明细"))
            .toList();
    assertThat(links).hasSize(1);
    assertThat(links.getFirst().words()).doesNotContain("10,000.00");
    String words = links.getFirst().words();
    int at = words.indexOf("https://pay.example/") + 20;
    var _ = lender.engine.desk().open(words.substring(at, at + 48));
    ConversationId page = links.getFirst().conversation().orElseThrow();
    var _ = lender.says(page, "是我");
    assertThat(lender.says(page, "0000")).contains(WHAT_THE_BOOKS_HOLD);
    assertThat(lender.events(StatementGiven.class))
        .extracting(StatementGiven::channel)
        .containsExactly(Channel.CHAT);
    assertThat(lender.matter().statementDue()).isFalse();
  }

  @Test
  void nothingIsToldBeforeTheVerification() {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    var _ = lender.engine.desk().open(lender.street.token());
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    assertThat(lender.says(talk, "明细")).doesNotContain("10,000.00");
    assertThat(lender.events(StatementGiven.class)).isEmpty();
  }
}
