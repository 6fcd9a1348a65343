package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Value;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          逾期金额3,280.50元。           | 逾期金额三千两百八十元五角。
          目前逾期12天，2期              | 目前逾期十二天，两期
          应还4,002.05元                 | 应还四千零二元零五分
          还2.00元或0.30元               | 还两元或三角
          共10,200元                     | 共一万零两百元
          120,000.00元                   | 十二万元
          20,000元                       | 两万元
          1,000,020元                    | 一百万零二十元
          应在11月2日归还                | 应在十一月二日归还
          2027年1月31日                  | 二零二七年一月三十一日
          尾号0012                       | 尾号零零幺二
          致电95000                      | 致电九五零零零
          核验码70568158，               | 核验码七零五六八幺五八，
          年利率15.6%                    | 年利率百分之十五点六
          12月9日20:05和9:00             | 十二月九日二十点零五分和九点
          9:00-21:30或2:00               | 九点至二十一点三十分或两点
          123456.78美元，10000个         | 十二万三千四百五十六点七八美元，一万个
          在heyue.example/verify查       | 在heyue点example斜杠verify查
          由AI合成                       | 由A I合成
          您好，打扰了。                 | 您好，打扰了。
          """)
  void mandarinIsSaidAsPeopleSayIt(String written, String said) {
    assertThat(SpokenText.of(written, Lang.ZH)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CNY 4,631.23 was due on 15 November 2026 | four thousand six hundred and thirty-one yuan and twenty-three fen was due on the fifteenth of November twenty twenty-six
          GBP 1.01 by 2 May                        | one pound and one penny by the second of May
          USD 0.50, EUR 1,000,000                  | fifty cents, one million euros
          USD 2,005.00                             | two thousand and five dollars
          ending 0888 is 8 days past due           | ending zero eight eight eight is eight days past due
          or call 95000.                           | or call nine five zero zero zero.
          at 15.5% from 31 January 2005 at 20:05   | at fifteen point five percent from the thirty-first of January two thousand and five at eight oh five p.m.
          12 payments, 00:30, 12:00                | twelve payments, twelve thirty a.m., twelve p.m.
          spending 500 at 9 p.m., 2-3 days         | spending five hundred at nine p.m., two to three days
          at heyue.example/verify                  | at heyue dot example slash verify
          the A4 form, 3rd floor                   | the A4 form, 3rd floor
          """)
  void englishIsSaidAsPeopleSayIt(String written, String said) {
    assertThat(SpokenText.of(written, Lang.EN)).isEqualTo(said);
  }

  private static List<Value> heard(String said, Lang lang) {
    return RuleEntityParser.of().parse(said, lang, NOW, Money.CNY).stream()
        .map(Entity::value)
        .toList();
  }

  /** Whoever hears a sum hears that sum: our own ears do. */
  @Test
  void everySumIsHeardAsItself() {
    Random random = new Random(17);
    for (int times = 0; times < 3_000; times++) {
      long fen = 100 + Math.floorMod(random.nextLong(), (long) Math.pow(10, 2 + times % 7));
      String written = String.format(Locale.ROOT, "%,d.%02d元", fen / 100, fen % 100);
      String said = SpokenText.of("请还" + written, Lang.ZH);
      assertThat(heard(said, Lang.ZH)).as(said).contains(new Value.Sum(Money.fen(fen)));
    }
  }

  @Test
  void everyDayIsHeardAsItself() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    for (int times = 0; times < 300; times++, day = day.plusDays(1)) {
      String written =
          "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      String said = SpokenText.of(written, Lang.ZH);
      assertThat(heard(said, Lang.ZH).toString()).as(said).contains(day.toString());
    }
  }

  @Test
  void anyTextIsSaid() {
    Random random = new Random(23);
    String letters = "0123456789.,:年月日元%尾号 CNYa/-\u0661";
    for (int times = 0; times < 20_000; times++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (Lang lang : Lang.values()) {
        assertThat(SpokenText.of(text.toString(), lang)).isNotNull();
      }
    }
  }
}
