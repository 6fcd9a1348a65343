package io.heyue.voice.recognise.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Value;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What grammars can hear is what the entity parser understands. */
class RulesTest {
  /** A Friday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 27, 10, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

  private static List<Value> values(String said) {
    return RuleEntityParser.of().parse(said, Lang.ZH, NOW, Money.CNY).stream()
        .map(Entity::value)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "两千三, 230000",
    "一万二, 1200000",
    "三百五十块, 35000",
    "八百五十六块五, 85650",
    "五百, 50000",
    "两百块钱, 20000",
    "三千零五十元, 305000",
    "我能还五百, 50000",
    "十二万, 12000000",
    "七百二十块三毛, 72030",
    "嗯先还一千块吧, 100000"
  })
  void aSumIsHeardAndUnderstood(String said, long fen) throws Exception {
    assertThat(said).matches(Rules.of("sum.gram").pattern("said"));
    assertThat(values(said)).contains(new Value.Sum(Money.fen(fen)));
  }

  @ParameterizedTest
  @CsvSource({
    "下周五, 2026-12-04",
    "明天, 2026-11-28",
    "后天, 2026-11-29",
    "大后天, 2026-11-30",
    "下个月十五号, 2026-12-15",
    "十二月一号, 2026-12-01",
    "这个月底, 2026-11-30",
    "月底, 2026-11-30",
    "我下周五还, 2026-12-04",
    "十号, 2026-12-10"
  })
  void aDayIsHeardAndUnderstood(String said, String day) throws Exception {
    assertThat(said).matches(Rules.of("date.gram").pattern("said"));
    assertThat(values(said).toString()).contains(day);
  }

  @ParameterizedTest
  @CsvSource({"千把块", "几百块", "一半", "两三千块"})
  void aVagueSumIsHeard(String said) throws Exception {
    assertThat(said).matches(Rules.of("sum.gram").pattern("said"));
    assertThat(values(said)).isNotEmpty();
  }

  /** Any sentence of the rules of sums names a sum or a share, and one only. */
  @Test
  void everySumOfTheRulesIsUnderstood() throws Exception {
    Rules rules = Rules.of("sum.gram");
    Random random = new Random(3);
    List<String> wrong = new ArrayList<>();
    for (int times = 0; times < 1_000; times++) {
      String said = rules.sentence("said", random);
      List<Value> values = values(said);
      boolean one =
          values.size() == 1
              && (values.getFirst() instanceof Value.Sum
                  || values.getFirst() instanceof Value.Share
                  || values.getFirst() instanceof Value.Numeral);
      if (!one) {
        wrong.add(said + " " + values);
      }
    }
    assertThat(wrong.stream().distinct().toList()).isEmpty();
  }

  @Test
  void everyDayOfTheRulesIsUnderstood() throws Exception {
    Rules rules = Rules.of("date.gram");
    Random random = new Random(4);
    List<String> wrong = new ArrayList<>();
    for (int times = 0; times < 1_000; times++) {
      String said = rules.sentence("said", random);
      if (values(said).isEmpty()) {
        wrong.add(said);
      }
    }
    assertThat(wrong.stream().distinct().toList()).isEmpty();
  }

  /** Yes and no is no sum and no day. */
  @Test
  void yesAndNoAreNothingElse() throws Exception {
    Rules rules = Rules.of("yes.gram");
    Random random = new Random(5);
    for (int times = 0; times < 500; times++) {
      String said = rules.sentence("said", random);
      assertThat(values(said)).as(said).isEmpty();
    }
  }
}
