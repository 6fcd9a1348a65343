package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Emotion.Feeling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeelingReaderTest {
  private final FeelingReader chinese = FeelingReader.open(Project.lexicon(Lang.ZH), 4);
  private final FeelingReader english = FeelingReader.open(Project.lexicon(Lang.EN), 14);

  @ParameterizedTest
  @CsvSource({
    "CALM, 好的谢谢 我知道了",
    "CALM, 今天星期三",
    "ANXIOUS, 我特别担心 整宿睡不着",
    "ANXIOUS, 怎么办啊 会不会坐牢",
    "CALM, 我不担心",
    "CALM, ''",
  })
  void a_chinese_sentence_shows_its_feeling(Feeling feeling, String text) {
    assertThat(chinese.read(text).label()).isEqualTo(feeling);
  }

  @Test
  void an_intensifier_makes_a_feeling_stronger() {
    assertThat(chinese.read("我特别担心").intensity()).isGreaterThan(chinese.read("我担心").intensity());
  }

  @Test
  void the_words_that_show_it_are_named() {
    String text = "说真的我很害怕";
    Emotion emotion = chinese.read(text);
    assertThat(emotion.evidence()).anyMatch(span -> span.of(text).equals("害怕"));
  }

  @Test
  void english_words_are_whole_words() {
    assertThat(english.read("I am really worried").label()).isEqualTo(Feeling.ANXIOUS);
    assertThat(english.read("the sadhu").label()).isEqualTo(Feeling.CALM);
  }
}
