package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.understanding.Entity;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the words leave open is returned, not guessed away; spans are those of the words typed. */
class AmbiguityTest {
  /** A Wednesday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-18T10:00:00+08:00[Asia/Shanghai]");

  private static Entity first(String text, Lang lang) {
    List<Entity> entities = RuleEntityParser.of().parse(text, lang, NOW, Money.CNY);
    assertFalse(entities.isEmpty(), text);
    return entities.getFirst();
  }

  private static String readings(String text, Lang lang) {
    Entity entity = first(text, lang);
    StringBuilder readings = new StringBuilder(Rendering.of(entity.value(), Money.CNY));
    entity.alternatives().forEach(v -> readings.append(" or ").append(Rendering.of(v, Money.CNY)));
    return readings.toString();
  }

  @Test
  void aDayOfTheWeekMayBeNextWeeks() {
    assertEquals("2026-11-20 or 2026-11-27", readings("周五", Lang.ZH));
    assertEquals("2026-11-27", readings("下周五", Lang.ZH));
    assertEquals("2026-11-20", readings("这周五", Lang.ZH));
    assertEquals("2026-11-20 or 2026-11-27", readings("Friday", Lang.EN));
    assertEquals("2026-11-27 or 2026-11-20", readings("next Friday", Lang.EN));
  }

  @Test
  void aDayThatHasPassedMayBeMeant() {
    assertEquals("2026-12-05 or 2026-11-05", readings("五号", Lang.ZH));
    assertEquals("2026-11-05 or 2026-12-05", readings("五号已经还了", Lang.ZH));
    assertEquals("2027-03-08 or 2026-03-08", readings("3月8号", Lang.ZH));
  }

  @Test
  void whatHappenedThenLiesBehind() {
    assertEquals("2026-09-15 or 2027-09-15", readings("九月十五号还的", Lang.ZH));
    assertEquals("2025-12-15 or 2026-12-15", readings("12月15号还的那笔", Lang.ZH));
    assertEquals("2026-12-15", readings("12月15号能还", Lang.ZH));
  }

  @Test
  void halfAYearReachesADayOrItsMonth() {
    assertEquals("2027-05-18 or 2027-05-01 MONTH", readings("半年后", Lang.ZH));
  }

  @Test
  void anHourMayBeEitherHalfOfTheDay() {
    assertEquals("15:00 or 03:00", readings("三点", Lang.ZH));
    assertEquals("09:00 or 21:00", readings("九点", Lang.ZH));
    assertEquals("15:00", readings("下午三点", Lang.ZH));
  }

  @Test
  void theOrderOfDayAndMonthIsOpenInEnglish() {
    assertEquals("2026-12-05 or 2027-05-12", readings("12/05", Lang.EN));
    assertEquals("2026-12-15", readings("15/12", Lang.EN));
  }

  @Test
  void aVagueSumHasTwoEnds() {
    assertEquals("500 or 600", readings("五六百", Lang.ZH));
    assertEquals("3000 or 4000", readings("三千多", Lang.ZH));
    assertTrue(first("五六百", Lang.ZH).approximate());
    assertEquals("2026-11-25..2026-11-30 or 2026-11-30", readings("月底", Lang.ZH));
  }

  @Test
  void spansAreThoseOfTheTextAsTyped() {
    assertEquals(Span.of(3, 8), first("\uD83D\uDE00 2\uFE0F30块", Lang.ZH).span());
    assertEquals(Span.of(2, 5), first("還\u200B兩千三", Lang.ZH).span());
    assertEquals("２３００元", first("我还２３００元", Lang.ZH).text());
  }

  @Test
  void aDateNeverIsBeforeToday() {
    LocalDate day = NOW.toLocalDate();
    for (int i = 1; i <= 28; i++) {
      Entity entity = first(i + "号", Lang.ZH);
      String value = Rendering.of(entity.value(), Money.CNY);
      assertFalse(LocalDate.parse(value).isBefore(day), value);
    }
  }
}
