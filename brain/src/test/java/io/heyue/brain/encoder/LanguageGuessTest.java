package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | 我下周五还两千三",
        "zh | 我的app登不上去",
        "zh | 我用微信pay",
        "yue | 我而家冇钱畀你",
        "yue | 我聽日先至有錢還㗎",
        "en | I can't pay until Friday",
        "en | how much do I owe you",
        "fr | Je ne peux pas payer maintenant",
        "es | No puedo pagar, lo siento",
        "de | Ich kann nicht bezahlen und habe keine Arbeit",
        "ja | 来週の金曜日に払います",
        "ko | 다음 주에 갚을게요",
        "ru | Я заплачу в пятницу",
        "ar | لا أستطيع الدفع الآن",
        "th | ฉันจ่ายไม่ได้",
        "vi | Tôi không có tiền để trả",
      })
  void a_sentence_tells_its_language(String code, String text) {
    assertThat(LanguageGuess.of(text, Optional.of(Lang.ZH)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"ZH, zh", "EN, en"})
  void what_has_no_letters_is_in_the_language_of_the_conversation(Lang known, String code) {
    assertThat(LanguageGuess.of("12345 !!", Optional.of(known)).code()).isEqualTo(code);
  }
}
