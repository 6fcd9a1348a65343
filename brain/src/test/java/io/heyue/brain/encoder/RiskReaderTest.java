package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskReaderTest {
  private final RiskReader chinese = reader(Lang.ZH);
  private final RiskReader english = reader(Lang.EN);

  @ParameterizedTest
  @ValueSource(strings = {"我不想活了", "活着没意思", "死了算了 一了百了"})
  void thoughts_of_self_harm_are_heard(String text) {
    assertThat(chinese.distress(text)).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"今天累死了", "笑死我了", "死活不还", "我下周还", ""})
  void sayings_with_death_in_them_are_not(String text) {
    assertThat(chinese.distress(text)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"你这个傻逼", "再打我弄死你", "滚你妈的 王八蛋"})
  void abuse_of_the_listener_is_heard(String text) {
    assertThat(chinese.abuse(text)).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"真他妈倒霉", "我真是个傻逼 忘了还款", "这操蛋的世道"})
  void cursing_fate_is_no_abuse(String text) {
    assertThat(chinese.abuse(text)).isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I want to kill myself", "I don't want to live anymore"})
  void english_thoughts_of_self_harm_are_heard(String text) {
    assertThat(english.distress(text)).isGreaterThan(0.8);
  }

  private static RiskReader reader(Lang lang) {
    return RiskReader.open(
        Project.lexicon(lang), FeelingReader.open(Project.lexicon(lang), 4).fate());
  }
}
