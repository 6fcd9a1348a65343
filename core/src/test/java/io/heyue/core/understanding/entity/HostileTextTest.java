package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.understanding.Entity;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever text arrives, the parser answers, in order and with the words that stand there. */
class HostileTextTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-02-28T23:59:59.999+08:00[Asia/Shanghai]");
  private static final String LIKELY =
      "零一二两三四五六七八九十百千万亿点半年月日号周天时分秒元块毛角个多几把来前后到至第每下上这初底闰农历腊正廿"
          + "0123456789:-/.,%$¥kw next friday the in days month of to dollars pm half past ";

  @Test
  void endlessTextEnds() {
    for (String unit :
        List.of(
            "1", "一", "一百", "两千三", "下周", "每", "1:", "1-", "1,111", "第", "一年", "从", "几", "农历",
            " ")) {
      check(unit.repeat(10_000 / unit.length()), Lang.ZH);
    }
    for (String unit :
        List.of("1-", "the ", "next ", "$", "one hundred ", "twenty-", "may ", "5 ")) {
      check(unit.repeat(10_000 / unit.length()), Lang.EN);
    }
  }

  @Test
  void noTextThrows() {
    Rng rng = Rng.seeded(20260221);
    for (int i = 0; i < 6_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = rng.nextInt(24); length >= 0; length--) {
        text.append(
            rng.chance(0.85)
                ? LIKELY.charAt(rng.nextInt(LIKELY.length()))
                : (char) rng.nextInt(0x10000));
      }
      check(text.toString(), rng.chance(0.7) ? Lang.ZH : Lang.EN);
    }
  }

  private static void check(String text, Lang lang) {
    int end = 0;
    for (Entity entity : RuleEntityParser.of().parse(text, lang, NOW, Money.CNY)) {
      assertTrue(entity.span().start() >= end, "overlap in " + text);
      assertTrue(entity.span().length() > 0, "empty entity in " + text);
      assertEquals(entity.span().of(text), entity.text());
      end = entity.span().end();
    }
  }
}
