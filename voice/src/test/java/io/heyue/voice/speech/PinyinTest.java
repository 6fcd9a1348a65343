package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          您好，我是和约智能助手。 | nin2 hao3, wo3 shi4 he2 yue1 zhi4 neng2 zhu4 shou3.
          一般几号还款             | yi1 ban1 ji3 hao4 huan2 kuan3
          还三千元                 | huan2 san1 qian1 yuan2
          应还                     | ying1 huan2
          您还有三笔没还           | nin2 hai2 you3 san1 bi3 mei2 huan2
          还没还清                 | hai2 mei2 huan2 qing1
          您还欠三千元             | nin2 hai2 qian4 san1 qian1 yuan2
          您还未还款               | nin2 hai2 wei4 huan2 kuan3
          还得尽快                 | hai2 dei3 jin3 kuai4
          还不上、还不知道         | huan2 bu4 shang4, hai2 bu4 zhi1 dao4
          一直还一直没还           | yi1 zhi2 hai2 yi1 zhi2 mei2 huan2
          银行都行                 | yin2 hang2 dou1 xing2
          调解、重新、利率         | tiao2 jie3, chong2 xin1, li4 lv4
          """)
  void whatIsReadInTwoWaysIsReadRight(String words, String said) {
    assertThat(Pinyin.of(words).strip()).isEqualTo(said);
  }

  @Test
  void latinLettersAreForAnotherVoice() {
    assertThat(Pinyin.runs("由A I合成，致电"))
        .containsExactly(
            new Pinyin.Run("you2", false),
            new Pinyin.Run("A I", true),
            new Pinyin.Run("he2 cheng2, zhi4 dian4", false));
    assertThat(Pinyin.runs("，。")).isEmpty();
  }
}
