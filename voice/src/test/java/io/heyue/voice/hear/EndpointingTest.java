package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointingTest {
  private static Endpointing.Decision decide(Lang lang, String said, Expecting expecting) {
    return new Endpointing(lang).decide(0, said, expecting, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "SUM, 两千, 1500",
    "SUM, 两千五, 1000",
    "SUM, 我先还两千, 1500",
    "SUM, 两千零, 1500",
    "SUM, 两千块, 400",
    "SUM, 两千块钱吧, 400",
    "SUM, 2000, 1500",
    "SUM, 三点, 1500",
    "SUM, 我先还两千然后, 1500",
    "SUM, 大概, 1200",
    "SUM, 我没有钱, 700",
    "SUM, 一半, 700",
    "DATE, 六月, 1500",
    "DATE, 六月十五, 1000",
    "DATE, 六月十五号, 400",
    "DATE, 下个月, 1500",
    "DATE, 下周, 1500",
    "DATE, 下周一, 400",
    "DATE, 明天还, 400",
    "DATE, 下午三点, 700",
    "DATE, 还没想好, 700",
    "NUMBER, 四八幺, 1500",
    "NUMBER, 0012, 1000",
    "NUMBER, 四八幺二, 1000",
    "NUMBER, 四八幺二六, 1500",
    "NUMBER, 忘了, 700",
    "CHOICE, 第一个, 400",
    "CHOICE, 二, 400",
    "CHOICE, 一百, 1000",
    "CHOICE, 第二个吧, 400",
    "YES_NO, 好的, 400",
    "YES_NO, 是的是的, 400",
    "YES_NO, 不行, 400",
    "YES_NO, 没问题。, 400",
    "YES_NO, 嗯, 700",
    "YES_NO, 嗯好的, 400",
    "YES_NO, 好的我明天还, 600",
    "YES_NO, 不是因为, 1200",
    "OPEN, 我现在手上没有钱, 600",
    "OPEN, 我现在没有钱然后, 1200",
    "OPEN, 我这边就是, 1200",
    "OPEN, 那个, 1200",
    "OPEN, 嗯, 1200",
    "OPEN, 好的, 700",
    "OPEN, 我工资两千, 1000",
    "OPEN, 你千万, 700",
    "OPEN, 一千万, 1000",
    "OPEN, 你们能不能晚几天, 500",
    "OPEN, 我欠了多少钱, 500",
    "OPEN, 能不能, 700",
    "OPEN, 没有统一, 700",
    "OPEN, 万一, 1200",
    "OPEN, 我星期一, 700",
    "SUM, '', 1000",
    "OPEN, 。, 1000"
  })
  void mandarinIsWaitedOut(Expecting expecting, String said, long milliseconds) {
    assertThat(decide(Lang.ZH, said, expecting).patience())
        .isEqualTo(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @CsvSource({
    "SUM, two thousand, 1500",
    "SUM, two hundred fifty, 1000",
    "SUM, that's two thousand, 1500",
    "SUM, two thousand yuan, 400",
    "SUM, 'I can pay 2,000', 1500",
    "SUM, two hundred and, 1500",
    "SUM, two thousand um, 1500",
    "SUM, about, 1200",
    "SUM, I have no money, 600",
    "SUM, two thousand dollars please, 400",
    "DATE, the fifteenth of, 1500",
    "DATE, the fifteenth of June, 400",
    "DATE, June fifteenth, 400",
    "DATE, June, 1500",
    "DATE, June twenty, 1000",
    "DATE, on the tent of May, 400",
    "DATE, on Friday, 400",
    "DATE, next month, 1500",
    "DATE, the fifteenth, 700",
    "DATE, tomorrow, 400",
    "DATE, June the twenty first, 400",
    "NUMBER, four eight oh, 1500",
    "NUMBER, four eight, 1500",
    "NUMBER, four eight one two, 1000",
    "NUMBER, it's 4812, 1000",
    "NUMBER, four eight one two six, 1500",
    "NUMBER, double, 1500",
    "NUMBER, oh, 700",
    "CHOICE, the first one, 400",
    "CHOICE, two, 400",
    "CHOICE, option two please, 400",
    "CHOICE, I want the cheaper one, 600",
    "CHOICE, two hundred, 1000",
    "YES_NO, yes, 400",
    "YES_NO, Yes please., 400",
    "YES_NO, No I can't., 400",
    "YES_NO, mm, 700",
    "YES_NO, yes but, 1200",
    "YES_NO, I don't think so, 700",
    "YES_NO, No it is not., 400",
    "YES_NO, Yes that's me., 400",
    "YES_NO, yes I will pay tomorrow, 600",
    "OPEN, I lost my job, 600",
    "OPEN, Who is this?, 500",
    "OPEN, 'Hello, how much do I owe?', 500",
    "OPEN, Can you call me tomorrow?, 500",
    "OPEN, can you, 1200",
    "OPEN, how can I, 1200",
    "OPEN, when I get paid, 600",
    "OPEN, what's this, 700",
    "OPEN, I lost my job because, 1200",
    "OPEN, I was ill and, 1200",
    "OPEN, uh, 1200",
    "OPEN, Um…, 1200",
    "OPEN, this is the wrong one, 600",
    "OPEN, someone, 700",
    "OPEN, I already paid four hundred, 1000",
    "OPEN, '', 1000",
    "OPEN, yes, 700"
  })
  void englishIsWaitedOut(Expecting expecting, String said, long milliseconds) {
    assertThat(decide(Lang.EN, said, expecting).patience())
        .isEqualTo(Duration.ofMillis(milliseconds));
  }

  @Test
  void aDecisionTellsItsReason() {
    assertThat(decide(Lang.ZH, "两千五", Expecting.SUM).reason()).isEqualTo("figure_may_go_on");
    assertThat(decide(Lang.ZH, "六月", Expecting.DATE).reason()).isEqualTo("figure_goes_on");
    assertThat(decide(Lang.ZH, "然后", Expecting.SUM).reason()).isEqualTo("hesitates");
    assertThat(decide(Lang.EN, "", Expecting.OPEN).reason()).isEqualTo("nothing_understood");
    assertThat(decide(Lang.EN, "no", Expecting.YES_NO).reason()).isEqualTo("answered");
    assertThat(decide(Lang.ZH, "嗯", Expecting.YES_NO).reason()).isEqualTo("maybe_answered");
    assertThat(decide(Lang.EN, "hello there", Expecting.OPEN).reason()).isEqualTo("usual");
  }

  @Test
  void aTurnIsOverWhenTheSilenceIsLongEnough() {
    Endpointing endpointing = new Endpointing(Lang.ZH);
    assertThat(endpointing.decide(3_199, "好的", Expecting.YES_NO, 1).over()).isFalse();
    assertThat(endpointing.decide(3_200, "好的", Expecting.YES_NO, 1).over()).isTrue();
    assertThat(endpointing.decide(11_999, "两千", Expecting.SUM, 1).over()).isFalse();
    assertThat(endpointing.decide(12_000, "两千", Expecting.SUM, 1).over()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Expecting.class)
  void nothingIsWaitedOutForMoreThanThreeSeconds(Expecting expecting) {
    Endpointing slow = new Endpointing(Lang.ZH);
    for (String said : new String[] {"", "两千", "然后", "好的", "我在开车"}) {
      assertThat(slow.decide(0, said, expecting, 3).patience())
          .isLessThanOrEqualTo(Duration.ofSeconds(3))
          .isGreaterThan(Duration.ofMillis(700));
      assertThat(slow.decide(24_000, said, expecting, 3).over()).isTrue();
    }
    assertThat(slow.decide(0, "两千", Expecting.SUM, 3).patience()).isEqualTo(Endpointing.LONGEST);
  }

  @Test
  void whatCantBeIsRefused() {
    Endpointing endpointing = new Endpointing(Lang.EN);
    assertThatThrownBy(() -> endpointing.decide(0, "", Expecting.OPEN, 4))
        .hasMessageContaining("pace");
    assertThatThrownBy(() -> endpointing.decide(-1, "", Expecting.OPEN, 1))
        .hasMessageContaining("silence");
  }
}
