package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-18T10:00:00+08:00[Asia/Shanghai]");

  @ParameterizedTest
  @CsvSource({
    "上个月, true",
    "昨天, true",
    "去年, true",
    "上周五下午三点, true",
    "今天, false",
    "明天, false",
    "这个月, false",
    "月底之前, false",
    "五号, false",
  })
  void onlyWhatLiesBehindInEveryReadingHasPassed(String text, boolean passed) {
    var day = RuleEntityParser.of().parse(text, Lang.ZH, NOW, Money.CNY).getFirst();
    assertThat(Passed.is(day, NOW.toLocalDate())).isEqualTo(passed);
  }
}
