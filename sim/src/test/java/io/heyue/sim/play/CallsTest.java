package io.heyue.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.action.Action;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conversations by telephone. Each turn of ours must be permitted by the guard as it stands: who
 * can't read on has no use for half a sentence.
 *
 * <p>What happens is written as in {@link CallLines}.
 */
class CallsTest {
  private static @Nullable Stage stage;

  @TempDir static @Nullable Path folder;

  @BeforeAll
  static void open() {
    stage = Stage.open(Stage.root());
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "zh, PROMISE, 我是|PROOF|这周五还|对|没有了",
    "zh, PROMISE, #1|#PROOF|#05|#1|#2",
    "zh, PLAN, 我是|PROOF|我想分期|每个月能拿五百|可以|没有了",
    "zh, WRONG_PERSON, 你打错了",
    "zh, WRONG_PERSON, #2",
    "zh, THIRD_PARTY, 我是他老婆，他不在",
    "zh, ALREADY_PAID, 我是|PROOF|我昨天已经还了|昨天在手机银行还的",
    "zh, STOP_CONTACT, 别再给我打电话了",
    "zh, STOP_CONTACT, #*",
    "zh, STOP_CONTACT, 我是|PROOF|#*",
    "zh, HANDOVER, 转人工",
    "zh, HANDOVER, 我是|PROOF|#0",
    "zh, DISPUTE, 我是|PROOF|这笔钱不是我借的|我从来没办过这个贷款",
    "zh, CALLBACK, 我是|PROOF|…|…|…",
    "zh, CALLBACK, 现在在开车，下午三点再打给我",
    "zh, PROMISE, ~|~|#1|#PROOF|~|~|#05|!对|#1|#2",
    "en, PROMISE, that's me|PROOF|I'll pay on Friday|yes|no thanks",
    "en, PROMISE, #1|#PROOF|#05|#1|#2",
    "en, PLAN, that's me|PROOF|can I pay in instalments?|about 500 a month|yes that works|no that's all",
    "en, PROMISE, I don't know who is this|that's me|?PROOF|?PROOF|#PROOF|I'll pay on Friday|yes|no thanks",
    "en, WRONG_PERSON, wrong number",
    "en, WRONG_PERSON, 'I don''t know him, who is this'",
    "en, THIRD_PARTY, 'this is his wife, he is not here'",
    "en, STOP_CONTACT, stop calling me",
    "en, HANDOVER, 'a person, please'",
    "en, ALREADY_PAID, that's me|PROOF|I already paid that|yesterday by bank transfer",
    "en, CALLBACK, that's me|PROOF|…|…|…",
    "en, PROMISE, ~|~|#1|#PROOF|~|~|#05|!yes|#1|#2"
  })
  void aCallEndsAsItShouldInWordsThatMayAllBeSaid(String lang, Disposition end, String lines) {
    Parley call = call(Lang.find(lang).orElseThrow(), lines);
    assertThat(call.state().ended()).as(words(call)).contains(end);
    assertThat(call.steps())
        .filteredOn(step -> !step.said().isEmpty())
        .as(words(call))
        .allMatch(step -> step.turn().record().result().equals("permitted"));
    assertThat(call.steps()).as("nobody is left without words").noneMatch(CallsTest::isMute);
  }

  private static boolean isMute(Step step) {
    return step.said().isEmpty() && !(step.event() instanceof ChannelEvent.HungUp);
  }

  @Test
  void theOpeningSaysWhoCallsThatItIsAMachineAndThatItIsRecorded() {
    String said = call(Lang.ZH, "").steps().getFirst().said();
    assertThat(said).contains("委托的", "人工智能", "合成", "录音", "转人工").endsWith("本人吗？");
    assertThat(said).doesNotContain("逾期", "还款", "欠", "贷");
    assertThat(call(Lang.EN, "").steps().getFirst().said())
        .contains("on behalf of", "AI", "generated", "recorded", "person")
        .doesNotContain("overdue", "debt", "loan");
  }

  @Test
  void whatWasAgreedByTelephoneIsConfirmedInWriting() {
    Parley call = call(Lang.ZH, "我是|PROOF|这周五还|对|没有了");
    assertThat(actions(call)).anyMatch(Action.ConfirmInWriting.class::isInstance);
    Parley plan = call(Lang.ZH, "我是|PROOF|我想分期|每个月能拿五百|可以|没有了");
    assertThat(words(plan)).contains("详细安排会用短信发给您");
    assertThat(actions(plan)).anyMatch(Action.ConfirmInWriting.class::isInstance);
  }

  /**
   * Nobody writes down what is read out: the statement follows as a link, and is due until then.
   */
  @Test
  void aStatementOfAccountIsSentAndNotReadOut() {
    Parley call = call(Lang.ZH, "我是|PROOF|把账单明细发给我");
    assertThat(call.steps().getLast().said()).contains("短信发给您").doesNotContain("年利率");
    assertThat(actions(call)).anyMatch(Action.SendStatement.class::isInstance);
    assertThat(call.dossier().matter().statementDue()).isTrue();
  }

  @Test
  void afterTwoTurnsThatNobodyUnderstoodKeysAreOfferedOnceAndThenAPerson() {
    Parley call = call(Lang.ZH, "我是|PROOF|~");
    assertThat(call.steps().getLast().said()).contains("没听清").doesNotContain("请按");
    call = call(Lang.ZH, "我是|PROOF|~|~");
    assertThat(call.steps().getLast().said()).contains("哪一天", "请按两位数字");
    call = call(Lang.ZH, "我是|PROOF|~|~|~");
    assertThat(call.state().handover()).contains(HandoverReason.MISUNDERSTOOD);
    call = call(Lang.ZH, "我是|PROOF|~|~|#05|~|~");
    assertThat(call.steps().getLast().said()).as("another question").contains("对吗", "是请按一");
  }

  @Test
  void keysThatMeanNothingHereAreNotHeldAgainstAnybody() {
    Parley call = call(Lang.ZH, "#7");
    assertThat(call.steps().getLast().said()).contains("本人吗", "本人请按一");
    assertThat(call.state().tries()).isZero();
    assertThat(call(Lang.ZH, "#1234").state().tries()).as("not asked for").isZero();
    assertThat(call(Lang.ZH, "#1|#12345").state().tries()).as("no such answer").isZero();
    assertThat(call(Lang.ZH, "#1|#0001").state().tries()).isEqualTo(1);
  }

  @Test
  void nineSaysTheQuestionAgain() {
    assertThat(call(Lang.ZH, "#9").steps().getLast().said()).contains("本人吗");
    assertThat(call(Lang.ZH, "我是|PROOF|我想分期|#9").steps().getLast().said()).contains("每个月");
    Parley disputing = call(Lang.ZH, "我是|PROOF|这笔钱不是我借的|#9");
    assertThat(disputing.over()).isFalse();
    assertThat(disputing.steps().getLast().said()).contains("哪里不对");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?对", "!对"})
  void consentThatWasHeardUnsurelyIsAskedForAgainByKeys(String yes) {
    Parley call = call(Lang.ZH, "我是|PROOF|这周五还|" + yes);
    assertThat(call.state().agreed()).isEmpty();
    assertThat(call.steps().getLast().said()).contains("对吗", "是请按一");
    assertThat(call(Lang.ZH, "我是|PROOF|这周五还|" + yes + "|#1").state().agreed()).hasSize(1);
    assertThat(call(Lang.ZH, "我是|PROOF|这周五还|" + yes + "|#2").state().agreed()).isEmpty();
  }

  @Test
  void heardASecondTimeItCountsUnlessBothMayBeTheSameMistake() {
    assertThat(call(Lang.ZH, "我是|PROOF|这周五还|?对|?对").state().agreed()).hasSize(1);
    Parley closed = call(Lang.ZH, "我是|PROOF|这周五还|!对|!对|!对");
    assertThat(closed.state().agreed()).isEmpty();
    assertThat(closed.state().handover()).contains(HandoverReason.MISUNDERSTOOD);
    assertThat(call(Lang.ZH, "我是|PROOF|这周五还|?对|#9|?对").state().agreed())
        .as("not right after another")
        .isEmpty();
  }

  @Test
  void aProofThatWasHeardUnsurelyIsNoTryAndDoesNotTellWhetherItIsRight() {
    Parley right = call(Lang.ZH, "我是|?PROOF");
    Parley wrong = call(Lang.ZH, "我是|?0001");
    assertThat(right.state().verified()).isFalse();
    assertThat(wrong.state().tries()).isZero();
    assertThat(right.steps().getLast().said())
        .isEqualTo(wrong.steps().getLast().said())
        .contains("用按键输入");
    assertThat(call(Lang.ZH, "?PROOF").steps().getLast().said())
        .isEqualTo(call(Lang.ZH, "?0001").steps().getLast().said());
    assertThat(call(Lang.ZH, "我是|?PROOF|#PROOF").state().verified()).isTrue();
  }

  @Test
  void whoSaysUnsurelyThatTheyAreSomebodyElseIsAskedByKeys() {
    Parley call = call(Lang.ZH, "!你打错了");
    assertThat(call.over()).isFalse();
    assertThat(call.steps().getLast().said()).contains("本人吗", "打错了请按二");
    assertThat(call(Lang.ZH, "!你打错了|#2").state().ended()).contains(Disposition.WRONG_PERSON);
  }

  @Test
  void aTimeToCallBackThatWasHeardUnsurelyIsReadBack() {
    Parley call = call(Lang.ZH, "!现在在开车，下午三点再打给我");
    assertThat(call.over()).isFalse();
    assertThat(call.steps().getLast().said()).contains("再联系您，对吗", "是请按一");
    Parley agreed = call(Lang.ZH, "!现在在开车，下午三点再打给我|#1");
    assertThat(agreed.state().ended()).contains(Disposition.CALLBACK);
    assertThat(agreed.state().agreed()).hasOnlyElementsOfType(Terms.Callback.class);
    assertThat(call(Lang.ZH, "!现在在开车，下午三点再打给我|#2|#16").state().agreed()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "…", "~", "#1", "#*", "?别再打了", "!嗯", "对，别打了"})
  void aWishForNoMoreCallsStandsUnlessItIsPlainlyTakenBack(String after) {
    Parley asked = call(Lang.ZH, "我是|PROOF|!别再给我打电话了");
    assertThat(asked.over()).isFalse();
    assertThat(asked.steps().getLast().said()).contains("不想再接到").doesNotContain("逾期", "还款");
    Parley call = call(Lang.ZH, "我是|PROOF|!别再给我打电话了|" + after);
    assertThat(call.state().ended()).as(words(call)).contains(Disposition.STOP_CONTACT);
    assertThat(call.state().marks()).contains(Mark.STOP);
    assertThat(events(call)).hasAtLeastOneElementOfType(CaseEvent.StopRequested.class);
  }

  @Test
  void whoWasMisheardGoesOn() {
    Parley call = call(Lang.ZH, "我是|PROOF|!别再给我打电话了|#2");
    assertThat(call.over()).isFalse();
    assertThat(call.state().marks()).doesNotContain(Mark.STOP);
    assertThat(call.steps().getLast().said()).contains("听错", "哪一天");
    assertThat(call(Lang.ZH, "!别再给我打电话了|#2").steps().getLast().said()).contains("本人吗");
    assertThat(call(Lang.ZH, "!别再给我打电话了|#0").state().handover()).contains(HandoverReason.REQUESTED);
  }

  /** What stands in no words: who makes the sounds must know of it. */
  @Test
  void theLawWantsARhythmBeforeEachTurnOfACallAndOfNothingElse() {
    Parley call = call(Lang.ZH, "");
    var law =
        open(stage).guard().standing(call.dossier(), call.steps().getFirst().at().toInstant());
    assertThat(law.audioCue(Channel.CALL)).containsExactly(new RuleId("CN-LBL-02-CUE", 1));
    assertThat(law.audioCue(Channel.CHAT)).isEmpty();
  }

  private static <T> T open(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private static List<Action> actions(Parley call) {
    return call.steps().stream().flatMap(step -> step.turn().actions().stream()).toList();
  }

  private static List<CaseEvent> events(Parley call) {
    return call.steps().stream().flatMap(step -> step.turn().events().stream()).toList();
  }

  private static Parley call(Lang lang, String lines) {
    return new CallLines(open(stage), open(folder)).call(lang, false, lines);
  }

  private static String words(Parley parley) {
    return CallLines.words(parley);
  }
}
