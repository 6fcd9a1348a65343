package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.progress.Opinion.Ground;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallProgressTest {
  private final List<Progress> told = new ArrayList<>();
  private final CallProgress call =
      new CallProgress(
          ProgressTable.standard(), Announcements.standard(), Figures.standard(), told::add);

  private void pass(int milliseconds) {
    for (int times = 0; times < milliseconds / 20; times++) {
      call.frame(new short[CallProgress.FRAME]);
    }
  }

  private Verdict verdict() {
    return call.verdict().orElseThrow();
  }

  @Test
  void aCallThatAPersonTakes() {
    call.ringing();
    call.ringing();
    pass(3_000);
    assertThat(call.mayHear()).isEqualTo(MayHear.GREETING);
    call.answered();
    call.answered();
    pass(400);
    assertThat(call.mayHear()).isEqualTo(MayHear.GREETING);
    call.speechBegan(call.now());
    pass(600);
    call.speechEnded(call.now());
    pass(1_000);
    assertThat(call.mayHear()).isEqualTo(MayHear.CONVERSATION);
    call.hungUp();
    call.hungUp();
    assertThat(verdict().disposition()).isEqualTo(Disposition.ANSWERED_PERSON);
    assertThat(told)
        .hasSize(5)
        .contains(
            new Progress.Ringing(0),
            new Progress.Answered(24_000),
            new Progress.Judged(24_000, new Opinion(Answerer.UNSURE, Ground.NOTHING)),
            new Progress.Judged(38_400, new Opinion(Answerer.PERSON, Ground.SHORT_GREETING)))
        .last()
        .isEqualTo(new Progress.Ended(call.now(), verdict()));
  }

  @Test
  void anAnnouncementCountsMoreThanWhatTheCarrierSends() {
    call.words("您好 您拨打的", false);
    call.words("您好 您拨打的用户已关机", false);
    call.words("您好 您拨打的用户已关机 请稍后再拨", true);
    call.words("我们将以短信方式通知对方", true);
    call.gaveUp(false);
    call.refused(487, List.of("Q.850;cause=16;text=\"Normal\""));
    assertThat(verdict().disposition()).isEqualTo(Disposition.SWITCHED_OFF);
    assertThat(told.stream().filter(each -> each instanceof Progress.Announced)).hasSize(1);
    assertThat(verdict().evidence()).hasSize(4);
  }

  @Test
  void whatWasSaidBeforeSomebodyTookItSpeaksOfItNoMore() {
    call.words("请不要挂机 您拨打的电话正在通话中", true);
    call.speechBegan(0);
    pass(500);
    call.answered();
    pass(700);
    call.speechEnded(call.now());
    pass(1_000);
    call.hungUp();
    assertThat(verdict().disposition()).isEqualTo(Disposition.ANSWERED_PERSON);
  }

  @Test
  void aNetworkThatTakesTheCallToSaySomething() {
    call.answered();
    call.words("对不起您拨打的号码是空号", true);
    assertThat(call.mayHear()).isEqualTo(MayHear.CALL_BACK);
    call.hungUp();
    assertThat(verdict().disposition()).isEqualTo(Disposition.INVALID_NUMBER);
  }

  @Test
  void whatTheNetworkNames() {
    call.refused(503, List.of("SIP;cause=503", "Q.850;cause=17;text=\"用户忙\""));
    assertThat(verdict().disposition()).isEqualTo(Disposition.BUSY);
    assertThat(verdict().why()).isEqualTo(new Evidence.Cause(17));
  }

  @Test
  void nothingAtAllIsTheTrunksFault() {
    call.failed();
    assertThat(verdict().disposition()).isEqualTo(Disposition.TRUNK_FAILED);
    pass(100);
    call.words("已关机", true);
    call.answered();
    call.ringing();
    assertThat(told).hasSize(1);
  }

  @Test
  void itRangLongEnough() {
    call.ringing();
    call.gaveUp(true);
    call.refused(487, List.of());
    assertThat(verdict().disposition()).isEqualTo(Disposition.NO_ANSWER);
  }

  @Test
  void whatCannotBe() {
    assertThatThrownBy(() -> call.frame(new short[159])).hasMessageContaining("159");
    assertThatThrownBy(() -> call.speechBegan(1)).hasMessageContaining("at is 1");
    assertThatThrownBy(() -> call.refused(200, List.of())).hasMessageContaining("300 to 699");
  }
}
