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
    List<String> units =
        List.of(
            "1",
            "一",
            "一百",
            "一千零",
            "零",
            "两千三",
            "下周",
            "下",
            "每",
            "1:",
            "1-",
            "12/",
            "1,111",
            "第",
            "一年",
            "三天",
            "从",
            "到",
            "the ",
            "next ",
            "$",
            "one hundred ",
            "twenty-",
            "多",
            "几",
            "1.",
            "半",
            "农历",
            "闰",
            "分",
            "个",
            "万",
            "亿",
            " ",
            "5 ");
    for (String unit : units) {
      String text = unit.repeat(10_000 / unit.length());
      for (Lang lang : Lang.values()) {
        check(text, lang);
      }
    }
  }

  @Test
  void noTextThrows() {
    Rng rng = Rng.seeded(20260221);
    for (int i = 0; i < 8_000; i++) {
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
