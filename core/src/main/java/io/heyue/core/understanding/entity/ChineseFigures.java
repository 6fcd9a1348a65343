package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Percentages, positions, instalments and bare numbers in Chinese: 24%, 打八折, 第三期, 分12期. */
final class ChineseFigures implements Recogniser {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    Mention led = led(start, cursor);
    if (led != null) {
      return led;
    }
    cursor.back(start);
    Count count = ChineseNumber.read(cursor);
    if (count == null) {
      return null;
    }
    int end = cursor.at();
    Mention percent = percent(start, cursor, count);
    if (percent != null) {
      return percent;
    }
    cursor.back(end);
    if (count.within(1, 600)
        && scene.text().charAt(start) != '几'
        && !scene.follows(start, "第")
        && takesPeriods(cursor)) {
      return instalments(start, cursor, count);
    }
    cursor.back(end);
    return number(start, cursor, count, scene);
  }

  private static @Nullable Mention led(int start, Cursor cursor) {
    int of = cursor.choose("百分之", "千分之", "万分之");
    if (of >= 0) {
      Count count = ChineseNumber.read(cursor);
      int places = of == 0 ? 2 : of == 1 ? 3 : 4;
      return count == null ? null : fraction(start, cursor, count.low().movePointLeft(places));
    }
    if (cursor.takeAny("打个对折", "打对折", "对折")) {
      return fraction(start, cursor, new BigDecimal("0.5"));
    }
    if (cursor.takeAny("打个", "打")) {
      Count count = ChineseNumber.read(cursor);
      boolean rebate = count != null && cursor.take("折");
      return rebate && count != null ? fraction(start, cursor, rebated(count)) : null;
    }
    if (cursor.take("第")) {
      Count count = ChineseNumber.readWhole(cursor);
      if (count == null || !count.isWhole()) {
        return null;
      }
      cursor.takeAny("期", "次", "笔", "个", "名", "条", "步", "位", "回", "张");
      return Mention.sure(
          EntityType.ORDINAL, start, cursor.at(), new Value.Ordinal(count.low().longValue()));
    }
    if (cursor.takeAny("分成", "分为", "分作", "分它个", "分个", "分做", "分", "办个", "办", "做个", "做")) {
      Count count = ChineseNumber.readWhole(cursor);
      if (count == null || !count.within(2, 600)) {
        return null;
      }
      boolean parts = takesPeriods(cursor) || cursor.takeAny("个月", "次", "笔", "年");
      return parts
          ? instalments(
              start, cursor, cursor.ahead(-1) == '年' ? count.times(BigDecimal.valueOf(12)) : count)
          : null;
    }
    return null;
  }

  private static boolean takesPeriods(Cursor cursor) {
    int start = cursor.at();
    cursor.take("个");
    if (cursor.take("期") && !cursor.seesAny("间", "限", "货")) {
      return true;
    }
    cursor.back(start);
    return false;
  }

  private static Mention instalments(int start, Cursor cursor, Count count) {
    List<Value> others =
        count.isRange() ? List.of(new Value.Instalments(count.high().intValue())) : List.of();
    return new Mention(
        EntityType.INSTALMENTS,
        start,
        cursor.at(),
        new Value.Instalments(count.toInt()),
        others,
        count.vague(),
        0.95);
  }

  private static @Nullable Mention percent(int start, Cursor cursor, Count count) {
    cursor.space();
    if (cursor.takeAny("%", "个百分点", "个点")) {
      boolean hour = cursor.seesAny("钟", "半");
      return hour ? null : fraction(start, cursor, count.low().movePointLeft(2));
    }
    if (cursor.take("折") && count.low().compareTo(HUNDRED) < 0) {
      return fraction(start, cursor, rebated(count));
    }
    if (cursor.take("成") && count.within(1, 10) && !cursor.seesAny("为", "了", "功", "本", "年", "都")) {
      return fraction(start, cursor, count.low().movePointLeft(1));
    }
    if (cursor.take("分之")) {
      Count parts = ChineseNumber.readWhole(cursor);
      if (parts != null && parts.low().signum() > 0 && parts.low().compareTo(count.low()) <= 0) {
        BigDecimal share = parts.low().divide(count.low(), MathContext.DECIMAL32);
        return new Mention(
            EntityType.PERCENT,
            start,
            cursor.at(),
            new Value.Percent(share),
            List.of(),
            false,
            0.9);
      }
    }
    return null;
  }

  /** 八折 leaves 0.8, 八五折 and 85折 leave 0.85. */
  private static BigDecimal rebated(Count count) {
    return count.low().movePointLeft(count.low().compareTo(BigDecimal.TEN) >= 0 ? 2 : 1);
  }

  private static Mention fraction(int start, Cursor cursor, BigDecimal fraction) {
    BigDecimal plain = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
    return Mention.sure(EntityType.PERCENT, start, cursor.at(), new Value.Percent(plain));
  }

  private static @Nullable Mention number(int start, Cursor cursor, Count count, Scene scene) {
    int length = cursor.at() - start;
    boolean alone = scene.isAlone(start, cursor.at()) || !count.isWhole();
    boolean stated =
        switch (count.form()) {
          case WESTERN ->
              !Cursor.isLetter(scene.before(start, 1)) && !Cursor.isLetter(cursor.here());
          case UNITS -> length >= 2 || alone;
          case ROW -> length >= 2;
          case DIGIT -> alone;
        };
    if (!stated || (cursor.here() == '分' && length == 1)) {
      return null;
    }
    List<Value> others = count.isRange() ? List.of(new Value.Numeral(count.high())) : List.of();
    return new Mention(
        EntityType.NUMBER,
        start,
        cursor.at(),
        new Value.Numeral(count.low()),
        others,
        count.vague(),
        0.85);
  }
}
