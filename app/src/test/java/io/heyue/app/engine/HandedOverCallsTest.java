package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.store.handovers.HandoverRow;
import io.heyue.voice.bridge.BridgeListener;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.progress.Disposition;
import io.heyue.voice.talk.Saying;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls in which somebody of the lender's is wanted. */
class HandedOverCallsTest extends CallHouse {
  @Test
  void whereNobodyIsFreeTheyAreAskedWhenTheyMayBeCalledBack() {
    ScriptedCalls.Line line = verified();
    line.says("人工");
    assertThat(line.asked).doesNotContain("leave");
    Saying asks = line.said.getLast();
    assertThat(ScriptedCalls.Line.words(asks)).contains("没有空闲的同事").endsWith("？");
    assertThat(asks.answer().kind()).isEqualTo(Expecting.DATE);
    line.says("明天下午三点");
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("回电", "再见");
    assertThat(line.asked.getLast()).isEqualTo("leave");
    assertThat(bridge.joins()).isEmpty();
    line.says("喂");
    lender.later(Duration.ofMinutes(1));
    line.ends(Disposition.ANSWERED_PERSON);
    // A colleague who takes it over later finds the answer, and has nobody dialled by a machine.
    HandoverRow row = handover();
    assertThat(row.status()).isEqualTo(HandoverRow.Status.OPEN);
    assertThat(lender.engine.desk().messages(row.conversation(), 0))
        .extracting(Said::text)
        .contains("明天下午三点")
        .doesNotContain("喂");
    var _ = lender.engine.colleagues().claim(row.id(), "lin");
    tick();
    assertThat(phone.dialled()).hasSize(1);
    assertThat(lender.engine.colleagues().say(row.id(), "lin", "您好"))
        .isInstanceOf(Colleagues.Answer.NotNow.class);
    provenWhole();
  }

  private HandoverRow handover() {
    return lender
        .engine
        .colleagues()
        .page(Optional.empty(), Optional.empty(), Optional.empty(), 5)
        .getFirst();
  }

  @Test
  void whoSaysNothingIsCalledBackToo() {
    ScriptedCalls.Line line = verified();
    line.says("人工");
    line.listener.quiet(Duration.ofSeconds(12));
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("回电", "再见");
    assertThat(line.asked.getLast()).isEqualTo("leave");
  }

  /** Nobody is called at any hour since they coughed. */
  @Test
  void whoWasNotUnderstoodIsAskedOnceMoreWhenTheyMayBeCalledBack() {
    ScriptedCalls.Line line = verified();
    line.says("人工");
    int before = line.said.size();
    line.says("");
    assertThat(line.said).hasSize(before + 1);
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("没有空闲的同事");
    assertThat(line.asked).doesNotContain("leave");
    line.says("");
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("回电", "再见");
    assertThat(line.asked.getLast()).isEqualTo("leave");
  }

  /** "Hello?" over the question is no answer to it. */
  @Test
  void whoDidNotHearTheQuestionIsAskedOnceMore() {
    ScriptedCalls.Line line = verified();
    line.deaf = true;
    line.says("人工");
    line.says("喂");
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("没有空闲的同事");
    line.deaf = false;
    line.says("明天下午三点");
    assertThat(line.asked.getLast()).isEqualTo("leave");
  }

  @Test
  void aColleagueWhoIsFreeIsJoinedAndHasTheHandOver() {
    bridge.frees();
    ScriptedCalls.Line line = verified();
    line.says("人工");
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("请您稍等");
    assertThat(line.asked).doesNotContain("leave", "hang up");
    assertThat(bridge.joins())
        .singleElement()
        .matches(join -> join.talk() == line)
        .matches(join -> join.summary().contains("人工"));
    bridge.last().listener().joined(ScriptedBridge.LIN);
    assertThat(handover().claimedBy()).contains("lin");
    int before = line.said.size();
    line.says("喂，您好");
    line.listener.quiet(Duration.ofSeconds(30));
    bridge.last().listener().over(true);
    line.ends(Disposition.ANSWERED_PERSON);
    assertThat(line.said).hasSize(before);
    provenWhole();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereNobodyTakesItTheyAreAskedToo(boolean called) {
    bridge.frees();
    if (!called) {
      bridge.refuses();
    }
    ScriptedCalls.Line line = verified();
    line.says("人工");
    if (called) {
      assertThat(line.words()).doesNotContain("没有空闲的同事");
      bridge.last().listener().nobody(BridgeListener.Why.NOT_ANSWERED);
    }
    assertThat(line.words()).contains("请您稍等");
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("没有空闲的同事");
    line.listener.keyed("15");
    assertThat(line.asked.getLast()).isEqualTo("leave");
    assertThat(handover().status()).isEqualTo(HandoverRow.Status.OPEN);
    provenWhole();
  }

  @Test
  void whoCouldNotShowWhoTheyAreIsJoinedToNobody() {
    bridge.frees();
    ScriptedCalls.Line line = up();
    line.says("是我");
    for (int tries = 0; tries < 9 && !line.asked.contains("leave"); tries++) {
      line.listener.keyed("9999");
    }
    assertThat(line.asked.getLast()).isEqualTo("leave");
    assertThat(bridge.joins()).isEmpty();
  }
}
