package io.heyue.voice.recognise.funasr;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import org.junit.jupiter.api.Test;

class PlainTest {
  @Test
  void marksAndTagsAreNotSaid() {
    assertThat(Plain.of("<|zh|><|NEUTRAL|>我 明 天 还 300.5 元，好吗？", Lang.ZH)).isEqualTo("我明天还300.5元好吗");
    assertThat(Plain.of("Yes, I don't know. It's 3.5!", Lang.EN))
        .isEqualTo("Yes I don't know It's 3.5");
    assertThat(Plain.of(" 。", Lang.ZH)).isEmpty();
  }
}
