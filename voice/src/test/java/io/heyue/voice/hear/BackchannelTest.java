package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackchannelTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "嗯", "嗯嗯", "嗯。嗯。嗯。", "哦", "好", "好好好", "好的", "对", "对对对", "是的", "是是是", "行", "啊", "OK", "好的好的",
        "嗯，对，是的", "哦，知道了", "我知道了", "嗯明白"
      })
  void whoListensInMandarinDoesntInterrupt(String said) {
    assertThat(Backchannel.is(said, Lang.ZH, false)).isTrue();
    assertThat(Backchannel.is(said, Lang.ZH, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "好的我明天还", "好吗", "对不起", "对不对", "不对", "不", "不行", "行不行", "是吗", "是不是", "嗯我想问一下", "啊？", "嗯?",
        "好好说话", "你好", "喂", "等一下", "知道你们的", "嗯，好，对，行", "对对对对对对对", "哦不", "可以吗", "没有", "我不知道"
      })
  void whoSpeaksInMandarinInterrupts(String said) {
    assertThat(Backchannel.is(said, Lang.ZH, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "OK.",
        "Okay",
        "yeah",
        "Yeah, yeah.",
        "right",
        "uh-huh",
        "Mm-hmm",
        "mm",
        "mhm",
        "I see",
        "oh I see",
        "yeah, okay, right",
        "Got it.",
        "all right",
        "oh okay sure"
      })
  void whoListensInEnglishDoesntInterrupt(String said) {
    assertThat(Backchannel.is(said, Lang.EN, false)).isTrue();
    assertThat(Backchannel.is(said, Lang.EN, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "okay but",
        "yeah no",
        "no",
        "right?",
        "ok I will pay tomorrow",
        "right now",
        "I see you",
        "hello",
        "wait",
        "stop",
        "sure thing boss",
        "okay okay okay okay",
        "oh no",
        "I know nothing",
        "mmmmm what",
        "finest",
        "not fine"
      })
  void whoSpeaksInEnglishInterrupts(String said) {
    assertThat(Backchannel.is(said, Lang.EN, false)).isFalse();
  }

  @Test
  void noWordsAreNoBackchannel() {
    assertThatThrownBy(() -> Backchannel.is(" ", Lang.ZH, false)).hasMessageContaining("words");
    assertThat(Backchannel.is("。", Lang.ZH, false)).isFalse();
  }
}
