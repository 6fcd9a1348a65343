package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.base.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandarinTest {
  private static final Mandarin CHINESE = Mandarin.read(Project.DATA, Lang.ZH);

  @ParameterizedTest
  @CsvSource({
    "我而家冇钱喺度, 我现在没有钱在这里",
    "聽日先還得唔得, 明天先还行不行",
    "同你冇关系嘅, 同你没有关系的",
    "我没关系, 我没关系",
    "三点系统升级, 三点系统升级",
    "這筆錢我沒欠過, 这笔钱我没欠过",
    "啷个办嘛 莫得钱, 怎么办嘛 没有钱",
    "俺咋还啊, 我怎么还啊",
    "侬是啥人 阿拉勿要, 你是谁 我们不要",
    "歹勢 我袂當繳, 不好意思 我不能缴",
  })
  void dialectsAreReadInMandarin(String said, String read) {
    assertThat(CHINESE.of(said).text()).isEqualTo(read);
  }

  @Test
  void otherLanguagesStayAsTheyAre() {
    assertThat(Mandarin.read(Project.DATA, Lang.EN).of("Who's 邊個?").text()).isEqualTo("Who's 邊個?");
  }

  @ParameterizedTest
  @CsvSource({
    "我而家冇钱, 现在, 而家",
    "我而家冇钱, 没有钱, 冇钱",
    "我而家冇钱, 有, 冇钱",
    "我氣死了, 气死, 氣死",
    "侬是啥人, 谁, 啥人",
    "冇钱还, 还, 还",
  })
  void whereAWordStoodIsKept(String said, String word, String stood) {
    Retold retold = CHINESE.of(said);
    int at = retold.text().indexOf(word);
    assertThat(retold.original(Span.of(at, at + word.length())).of(said)).isEqualTo(stood);
  }

  /** Every stretch of what is retold stands somewhere, and the whole in the whole. */
  @Test
  void everyStretchStandsSomewhere() {
    Rng rng = Rng.seeded(5);
    String letters = "我而家冇钱喺度聽日還唔得系a 1咋整啥人😀\ud83d";
    for (int times = 0; times < 2_000; times++) {
      StringBuilder said = new StringBuilder();
      for (int length = rng.nextInt(12); length >= 0; length--) {
        said.append(letters.charAt(rng.nextInt(letters.length())));
      }
      Retold retold = CHINESE.of(said.toString());
      int all = retold.text().length();
      assertThat(retold.original(Span.of(0, all))).isEqualTo(Span.of(0, said.length()));
      int start = rng.nextInt(all);
      int end = start + 1 + rng.nextInt(all - start);
      Span stood = retold.original(Span.of(start, end));
      assertThat(stood.length()).isPositive();
      assertThat(stood.end()).isLessThanOrEqualTo(said.length());
    }
  }
}
