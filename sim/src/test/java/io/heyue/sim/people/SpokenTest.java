package io.heyue.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenTest {
  @ParameterizedTest
  @CsvSource({
    "5, 五",
    "10, 十",
    "12, 十二",
    "20, 二十",
    "105, 一百零五",
    "300, 三百",
    "1500, 一千五百",
    "1005, 一千零五",
    "12000, 一万二千",
    "10203, 一万零二百零三",
    "110, 一百一十"
  })
  void numeralsAreThoseThatPeopleSay(int number, String spoken) {
    assertThat(SpokenSums.numeral(number)).isEqualTo(spoken);
  }

  @Test
  void aDayIsNamedAsOfToday() {
    var today = java.time.LocalDate.of(2026, 11, 23);
    var rng = io.heyue.core.base.Rng.seeded(1);
    assertThat(
            java.util.stream.Stream.generate(() ->
                    SpokenDays.day(today.plusDays(11), today, io.heyue.core.base.Lang.ZH, rng))
                .limit(200)
                .distinct())
        .containsExactlyInAnyOrder("下周五", "下星期五", "12月4号", "12月4日", "十二月四号", "下个月4号");
  }
}
