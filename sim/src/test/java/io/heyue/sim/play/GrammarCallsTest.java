package io.heyue.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls on which nothing but expected phrases is heard: keys stand beside each question, what
 * matters waits for a yes, and nobody is asked the same without end. Written as in {@link
 * CallLines}.
 */
class GrammarCallsTest {
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
    "PROMISE, #1|#PROOF|#05|#1|#2",
    "PLAN, #1|#PROOF|#2|#3|#1|#2",
    "PLAN, #1|#PROOF|#2|#500|#1|#2",
    "ALREADY_PAID, #1|#PROOF|#3|#20",
    "ALREADY_PAID, #1|#PROOF|!我已经还了|#1|~|~",
    "DISPUTE, #1|#PROOF|#4|#1",
    "DISPUTE, #1|#PROOF|!这钱不是我借的|!对|~|~",
    "REFUSED, #1|#PROOF|!我不还|#1|#3",
    "WRONG_PERSON, #2",
    "WRONG_PERSON, !打错了|!打错了|!打错了",
    "THIRD_PARTY, #3",
    "DECEASED, !他去世了|#1",
    "CALLBACK, #4|#2615|#1",
    "CALLBACK, #1|#PROOF|#5|#15",
    "HANDOVER, !转人工",
    "DISTRESS, #1|#PROOF|!我不想活了",
    "STOP_CONTACT, #1|#PROOF|!别再打了|x"
  })
  void aCallEndsAsItShouldInWordsThatMayAllBeSaid(Disposition end, String lines) {
    Parley call = call(lines);
    assertThat(call.state().ended()).as(CallLines.words(call)).contains(end);
    assertThat(call.steps())
        .filteredOn(step -> !step.said().isEmpty())
        .as(CallLines.words(call))
        .allMatch(step -> step.turn().record().result().equals("permitted"));
  }

  @Test
  void keysStandBesideEachQuestionAndTheSecondTimeInFewerWords() {
    Parley call = call("#1|#PROOF|#05");
    assertThat(call.steps())
        .extracting(Step::said)
        .satisfiesExactly(
            opening -> assertThat(opening).contains("本人吗", "本人请按一", "转人工请按零", "星号"),
            proof -> assertThat(proof).contains("最后四位", "请用按键输入"),
            account -> assertThat(account).contains("哪一天", "有困难请按一", "分期请按二", "异议请按四"),
            readBack -> assertThat(readBack).contains("对吗", "是请按一"));
    assertThat(call("~").steps().getLast().said()).contains("没有听清", "按一").doesNotContain("零");
  }

  @Test
  void whereAnythingIsHeardNoKeysAreNamed() {
    Parley call = lines().call(Lang.ZH, false, "我是|PROOF|这周五还");
    assertThat(call.steps()).extracting(Step::said).noneMatch(said -> said.contains("按一"));
  }

  @ParameterizedTest
  @CsvSource({
    "PAID_CLAIM, #1|#PROOF|!我已经还了, 已经还过了",
    "DISPUTE, #1|#PROOF|!这钱不是我借的, 有异议",
    "REFUSED, #1|#PROOF|!我不还, 不打算还",
    "DECEASED, !他去世了, 已经过世了"
  })
  void whatMattersIsSaidBackAndWaitsForAYes(Mark mark, String lines, String saidBack) {
    Parley call = call(lines);
    assertThat(call.steps().getLast().said()).contains(saidBack, "对吗", "是请按一");
    assertThat(call.state().marks()).doesNotContain(mark);
    assertThat(call(lines + "|#1").state().marks()).contains(mark);
    assertThat(call(lines + "|!对").state().marks()).as("by word").contains(mark);
    Parley not = call(lines + "|#2");
    assertThat(not.state().marks()).doesNotContain(mark);
    assertThat(not.steps().getLast().said()).contains("听错");
    assertThat(not.over()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"|x", "|~|~|~", "|…|…|…", "|!嗯嗯|~|~"})
  void whatWouldLeaveThemAloneIsNotLostByAQuestion(String after) {
    assertThat(call("#1|#PROOF|!这钱不是我借的" + after).state().marks()).contains(Mark.DISPUTE);
    assertThat(call("#1|#PROOF|!我不还|x").state().marks()).doesNotContain(Mark.REFUSED);
  }

  @Test
  void hardTimesAreHeededAtOnce() {
    Parley call = call("#1|#PROOF|!我没钱");
    assertThat(call.state().marks()).contains(Mark.HARDSHIP);
    assertThat(call.steps().getLast().said()).contains("难处");
  }

  /** What was misheard before the proof is not acted on after it. */
  @Test
  void whatAGrammarHeardBeforeTheProofIsAskedForAnew() {
    Parley call = call("!我已经还了|#1|#PROOF");
    assertThat(call.state().marks()).doesNotContain(Mark.PAID_CLAIM);
    assertThat(call.steps().getLast().said()).contains("哪一天");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!零零零一|~|!零零零一|~|!零零零一|~", "~|~|~|~|~", "!零零零一|!零零零一|!零零零一|!零零零一|!零零零一"})
  void theProofIsNotAskedForWithoutEnd(String after) {
    Parley call = call("#1|" + after);
    assertThat(asked(call, "说出或按键输入")).as(CallLines.words(call)).isLessThanOrEqualTo(3);
    assertThat(call.state().ended()).contains(Disposition.HANDOVER);
    assertThat(CallLines.words(call)).doesNotContain("逾期", "还款");
  }

  @Test
  void norInWriting() {
    Parley chat = lines().chat(Lang.ZH, "我是|天气不错|哈哈哈哈|吃了吗|嘻嘻|呵呵");
    assertThat(asked(chat, "最后四位")).as(CallLines.words(chat)).isBetween(1L, 3L);
    assertThat(chat.state().handover()).isPresent();
  }

  @Test
  void afterThreeReadBacksOfWhatWasHeardOnlyKeysNameADay() {
    String wrong = "!下周五|#2|!下周六|#2|!十二月八号|#2";
    Parley call = call("#1|#PROOF|" + wrong + "|!十二月九号");
    assertThat(asked(call, "对吗")).isEqualTo(3);
    assertThat(call.steps().getLast().said()).contains("没有听清", "两位数字");
    Parley keyed = call("#1|#PROOF|" + wrong + "|!十二月九号|#09");
    assertThat(keyed.steps().getLast().said()).contains("12月9日", "对吗");
    assertThat(call("#1|#PROOF|" + wrong + "|#09|#1").state().agreed()).hasSize(1);
    Parley end = call("#1|#PROOF|" + wrong + "|#09|#2|#10|#2|#11");
    assertThat(end.state().handover()).contains(HandoverReason.MISUNDERSTOOD);
  }

  @Test
  void whatIsWrongIsAskedAgainAfterASilenceAndNotReadBackOnceMore() {
    Parley call = call("#1|#PROOF|#05|#2|…");
    assertThat(call.steps().getLast().said()).contains("还在吗", "还多少、哪一天").doesNotContain("对吗");
  }

  @Test
  void theSameDayKeyedInOnceMoreIsThatOfTheNextMonth() {
    Parley call = call("#1|#PROOF|#23|#2|#23");
    assertThat(call.steps().getLast().said()).contains("12月23日");
  }

  private static long asked(Parley call, String words) {
    return Pattern.compile(words)
        .matcher(call.steps().stream().map(Step::said).reduce("", String::concat))
        .results()
        .count();
  }

  private static Parley call(String lines) {
    return lines().call(Lang.ZH, true, lines);
  }

  private static CallLines lines() {
    return new CallLines(Objects.requireNonNull(stage), Objects.requireNonNull(folder));
  }
}
