package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAnswerTest {
  private final PlainAnswer chinese = PlainAnswer.open(Project.lexicon(Lang.ZH));
  private final PlainAnswer english = PlainAnswer.open(Project.lexicon(Lang.EN));

  @ParameterizedTest
  @CsvSource({
    "嗯嗯 对 是的, read_back, AFFIRM",
    "好的好的 行, offer_plan, AFFIRM",
    "呃 那就可以吧, offer_extension, AFFIRM",
    "对对对 没错, open, CONFIRM_IDENTITY",
    "不是啊 不对, open, DENY_IDENTITY",
    "不行不行, offer_plan, DENY",
    "没有了 谢谢, ask_anything_else, DENY",
  })
  void aChineseYesOrNoIsHeardHoweverItIsPut(String text, String after, Intent intent) {
    assertThat(chinese.find(text, after)).contains(intent);
  }

  @ParameterizedTest
  @CsvSource({
    "'yeah, sure, ok', read_back, AFFIRM",
    "'well, yes please', offer_plan, AFFIRM",
    "'no, thanks', ask_anything_else, DENY",
    "'uh, no', open, DENY_IDENTITY",
  })
  void anEnglishYesOrNoIsHeardHoweverItIsPut(String text, String after, Intent intent) {
    assertThat(english.find(text, after)).contains(intent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "谢谢", "对 我周五还", "不是不还", "好 不行", "对了 还有件事"})
  void whatSaysMoreOrLessIsLeftToTheHead(String text) {
    assertThat(chinese.find(text, "read_back")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "this is rowan, Rowan Lark",
    "'hi, rowan lark speaking', Rowan Lark",
    "'yes, um, it''s rowan', Rowan Lark",
    "my name is rowan lark, Rowan Lark",
  })
  void whoGivesTheNameThatWeAskedForIsThatPerson(String text, String name) {
    assertThat(english.introduces(text, name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"喂 我是张小雨", "我就是小雨呀", "張小雨 是我", "对 我叫张小雨"})
  void inChineseToo(String text) {
    assertThat(chinese.introduces(text, "张小雨")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我是张小雨的妈妈",
        "我不是张小雨",
        "张小雨不在",
        "张小雨？好的",
        "是张小雨吧",
        "那是张小雨",
        "我是张小雨中",
        "我是成小雨",
        "张小雨",
        "你好 张小雨",
        "我是张大雨",
        "我是"
      })
  void whoSaysMoreOrAnotherNameIsNot(String text) {
    assertThat(chinese.introduces(text, "张小雨")).isFalse();
  }

  @Test
  void aSurnameAloneIsAFamilys() {
    assertThat(english.introduces("this is lark", "Rowan Lark")).isFalse();
    assertThat(english.introduces("im speaking", "Yoon-ah Im")).isFalse();
    assertThat(chinese.introduces("我是王", "王")).isFalse();
    assertThat(chinese.introduces("我是王建中", "王建")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is rowan's wife",
        "rowan",
        "no this isn't rowan",
        "this is robin",
        "is this about rowan",
        "hello rowan",
        "rowan? sure, thanks",
        "that's rowan, right"
      })
  void inEnglishNeither(String text) {
    assertThat(english.introduces(text, "Rowan Lark")).isFalse();
  }

  @Test
  void aYesToAnOpenQuestionAgreesToNothing() {
    assertThat(chinese.find("好的", "ask_when")).isEmpty();
    assertThat(chinese.find("对的", "state_account")).isEmpty();
  }
}
