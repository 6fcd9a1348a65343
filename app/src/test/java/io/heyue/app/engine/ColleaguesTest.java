package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.dialogue.Team;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.handovers.HandoverRow.Outcome;
import io.heyue.store.handovers.HandoverRow.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person takes over, knowing what they need to know, under the same law. */
class ColleaguesTest {
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

  private Colleagues colleagues() {
    return lender.engine.colleagues();
  }

  private List<HandoverRow> all() {
    return colleagues().page(Optional.empty(), Optional.empty(), Optional.empty(), 10);
  }

  private HandoverRow only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private ConversationId handedOver() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "转人工");
    return talk;
  }

  private static String chinese(HandoverRow row) {
    return Objects.requireNonNull(row.summary().get(Lang.ZH));
  }

  @Test
  void nobodyIsToldThatSomebodyIsThereBeforeSomebodyIs() {
    ConversationId talk = lender.verified();
    assertThat(lender.says(talk, "转人工")).contains("一位同事会").doesNotContain("已为您转接");
    assertThat(only().status()).isEqualTo(Status.OPEN);
    assertThat(lender.engine.desk().over(talk)).isFalse();
    assertThat(colleagues().claim(only().id(), "li")).isInstanceOf(Colleagues.Answer.Done.class);
    assertThat(lender.engine.desk().messages(talk, 0).getLast().text()).contains("同事已经接手");
    assertThat(colleagues().claim(only().id(), "wang"))
        .isInstanceOf(Colleagues.Answer.NotNow.class);
  }

  @Test
  void theSummaryTellsWhatIsNeededAndNamesNobody() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "把明细给我看看");
    var _ = lender.says(talk, "转人工");
    assertThat(only().reason()).isEqualTo(HandoverReason.REQUESTED);
    assertThat(only().team()).isEqualTo(Team.SERVICE);
    assertThat(chinese(only()))
        .contains("要求与人工沟通", "逾期3,280.50元", "问过：账目明细", "授权范围内可以直接答应")
        .doesNotContain("样例甲", "身份未核实");
    assertThat(Objects.requireNonNull(only().summary().get(Lang.EN)))
        .contains("Wishes to talk to a person", "CNY 3,280.50", "You may agree at once");
  }

  @Test
  void whoWasNotVerifiedIsSummedUpAsSuch() {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    var _ = lender.engine.desk().open(lender.street.token());
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    var _ = lender.says(talk, "是我");
    var _ = lender.says(talk, "1111");
    var _ = lender.says(talk, "2222");
    assertThat(only().reason()).isEqualTo(HandoverReason.VERIFICATION_FAILED);
    assertThat(chinese(only())).contains("身份未核实");
  }

  @Test
  void whoDisputesIsHandedOverToBeAnswered() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "这笔账不对");
    var _ = lender.says(talk, "金额算错了");
    assertThat(only().reason()).isEqualTo(HandoverReason.DISPUTE);
    assertThat(only().team()).isEqualTo(Team.SUPERVISOR);
    assertThat(chinese(only())).contains("15天内书面答复", "暂停催收：异议核实中", "授权范围内没有可以再提的方案");
  }

  @Test
  void aColleagueAndThePersonTalkOnThePage() {
    ConversationId talk = handedOver();
    List<Said> seen = new ArrayList<>();
    try (Watch _ = lender.engine.desk().watch(talk, seen::add)) {
      assertThat(lender.says(talk, "有人吗")).isEqualTo("有人吗");
      var _ = colleagues().claim(only().id(), "li");
      var said = colleagues().say(only().id(), "li", "您好，您目前逾期3280.50元，咱们商量一下。");
      assertThat(said).isInstanceOf(Colleagues.Answer.Done.class);
    }
    assertThat(seen)
        .extracting(Said::side)
        .containsExactly(Said.Side.PERSON, Said.Side.US, Said.Side.US);
    assertThat(lender.engine.why().verify().faults()).isEmpty();
    assertThat(lender.entries("human"))
        .hasSize(3)
        .last()
        .asString()
        .contains("咱们商量一下", "\"reader\":\"none\"");
  }

  @Test
  void aThreatIsRefusedAndStandsInTheLedger() {
    ConversationId talk = handedOver();
    var _ = colleagues().claim(only().id(), "li");
    int before = lender.engine.desk().messages(talk, 0).size();
    Colleagues.Answer answer = colleagues().say(only().id(), "li", "再不还钱我们就上门找你家人。");
    assertThat(answer).isInstanceOf(Colleagues.Answer.Refused.class);
    assertThat(((Colleagues.Answer.Refused) answer).rules()).isNotEmpty();
    assertThat(lender.engine.desk().messages(talk, 0)).hasSize(before);
    assertThat(lender.entries("human")).last().asString().contains("refused");
  }

  @Test
  void aSumThatIsNowhereInTheBooksAndANumberOfTheirOwnAreRefused() {
    var _ = handedOver();
    var _ = colleagues().claim(only().id(), "li");
    assertThat(colleagues().say(only().id(), "li", "您一共欠98000元。"))
        .isInstanceOf(Colleagues.Answer.Refused.class);
    assertThat(colleagues().say(only().id(), "li", "请打我的电话13800001111。"))
        .isInstanceOf(Colleagues.Answer.Refused.class);
    assertThat(colleagues().say(only().id(), "li", "您也可以致电95000，12月1日前还都可以。"))
        .isInstanceOf(Colleagues.Answer.Done.class);
  }

  @Test
  void onlyWhoClaimedItSpeaks() {
    var _ = handedOver();
    assertThat(colleagues().say(only().id(), "li", "您好"))
        .isInstanceOf(Colleagues.Answer.NotNow.class);
    var _ = colleagues().claim(only().id(), "li");
    assertThat(colleagues().say(only().id(), "wang", "您好"))
        .isInstanceOf(Colleagues.Answer.NotNow.class);
  }

  @Test
  void onceItIsDoneNobodySpeaksAnyMore() {
    ConversationId talk = handedOver();
    var _ = colleagues().claim(only().id(), "li");
    assertThat(colleagues().close(only().id(), "li", Outcome.RESOLVED, "都说清楚了"))
        .isInstanceOf(Colleagues.Answer.Done.class);
    assertThat(only().note()).contains("都说清楚了");
    assertThat(lender.engine.desk().over(talk)).isTrue();
    assertThat(lender.says(talk, "喂")).isEmpty();
    assertThat(colleagues().say(only().id(), "li", "您好"))
        .isInstanceOf(Colleagues.Answer.NotNow.class);
    assertThat(colleagues().close(only().id(), "li", Outcome.RESOLVED, ""))
        .isInstanceOf(Colleagues.Answer.NotNow.class);
  }

  /** Where the turn can't be stored, nobody is handed over either. */
  @Test
  void itIsWrittenWithTheTurnOrNotAtAll() {
    ConversationId talk = lender.verified();
    lender.database.transactor().run(sql -> sql.update("alter table handover rename to gone"));
    try {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> lender.says(talk, "转人工")))
          .isNotNull();
      assertThat(lender.engine.desk().find(talk).orElseThrow().over()).isFalse();
    } finally {
      lender.database.transactor().run(sql -> sql.update("alter table gone rename to handover"));
    }
  }
}
