package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums in Chinese: 两千三, 2300块, 十五块八毛, ¥1,200.50, 贰仟叁佰元整, 三到五千, 几百块, 1万-5万元.
 *
 * <p>A number that names no unit of money is a sum where people mean one: with 百, 千 or 万 and
 * nothing counted behind it, after a verb of paying, or as the whole answer.
 */
final class ChineseMoney implements Recogniser {

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    CurrencyName before = CurrencyName.takeBefore(cursor);
    if (before != null) {
      cursor.space();
    }
    int numberAt = cursor.at();
    Mention coins = before == null ? CoinWords.read(start, scene) : null;
    if (coins != null) {
      return coins;
    }
    Count first = ChineseNumber.read(cursor);
    if (first == null) {
      return null;
    }
    Currency usual = before == null ? scene.currency() : before.or(scene.currency());
    Part part = unit(cursor, first, usual);
    part = range(cursor, first, part, usual);
    boolean vague = ChineseVague.around(scene, start, cursor);
    Count count = part.count;
    if (part.named || before != null) {
      return Sums.mention(count, part.currency, start, cursor.at(), vague, 0.97);
    }
    double confidence = PlainSum.confidence(scene, numberAt, cursor, count);
    if (confidence == 0) {
      return null;
    }
    Mention sum = Sums.mention(count, part.currency, start, cursor.at(), vague, confidence);
    return sum == null || confidence > 0.8 ? sum : orNumber(sum, count);
  }

  private static Mention orNumber(Mention sum, Count count) {
    return new Mention(
        EntityType.MONEY,
        sum.start(),
        sum.end(),
        sum.value(),
        List.of(new Value.Numeral(count.low())),
        sum.vague(),
        sum.confidence());
  }

  /** A count with what the words after it make of it. */
  private record Part(Count count, Currency currency, boolean named) {}

  private static Part unit(Cursor cursor, Count count, Currency usual) {
    int start = cursor.at();
    inclusive(cursor);
    cursor.space();
    boolean blow = count.form() == Count.Form.DIGIT && cursor.sees("刀");
    CurrencyName foreign = blow ? null : CurrencyName.takeAfter(cursor);
    if (foreign != null) {
      return new Part(count, foreign.or(usual), true);
    }
    if (takesYuan(cursor, count)) {
      Count whole = small(cursor, count);
      boolean ended = cursor.takeAny("整", "正", "洋钿", "钱");
      CurrencyName behind = ended ? null : CurrencyName.takeAfter(cursor);
      return new Part(whole, behind == null ? usual : behind.or(usual), true);
    }
    if (CoinWords.takesDialectYuan(cursor)) {
      return new Part(count, usual, true);
    }
    int hundreds = CoinWords.slang(cursor);
    if (hundreds > 0) {
      return new Part(count.times(BigDecimal.valueOf(hundreds)), usual, true);
    }
    if (cursor.takeAny("毛钱", "角钱", "毛")
        || (count.form() != Count.Form.UNITS && cursor.sees("角") && cursor.ahead(1) == '钱')) {
      Count dimes = count.times(BigDecimal.valueOf(1, 1));
      return new Part(dimes, usual, true);
    }
    if (cursor.take("分钱")) {
      return new Part(count.times(BigDecimal.valueOf(1, 2)), usual, true);
    }
    cursor.back(start);
    return new Part(count, usual, false);
  }

  private static boolean takesYuan(Cursor cursor, Count count) {
    if (cursor.sees("元")) {
      return !cursor.seesAny("元旦", "元宵", "元月") && cursor.take("元");
    }
    boolean oneBlock = count.form() == Count.Form.DIGIT && count.within(1, 1);
    char next = cursor.ahead(1);
    boolean together =
        oneBlock && next != '钱' && next != 0 && ChineseDigit.anyValue(next) < 0 && next != ',';
    return !together && cursor.take("块");
  }

  /** 八毛, 三角五分, 三 behind 块 or 元. */
  private static Count small(Cursor cursor, Count yuan) {
    Count total = yuan;
    for (int i = 0; i < 2; i++) {
      int start = cursor.at();
      Count part =
          ChineseDigit.value(cursor.here()) >= 0 || Cursor.isDigit(cursor.here())
              ? ChineseNumber.read(cursor)
              : null;
      if (part == null || !part.within(0, 9) || part.form() == Count.Form.UNITS) {
        cursor.back(start);
        return total;
      }
      if (cursor.takeAny("毛", "角")) {
        total = plus(total, part.low().movePointLeft(1));
      } else if (cursor.take("分")) {
        return plus(total, part.low().movePointLeft(2));
      } else if (i == 0 && !cursor.seesOneOf("个期号月天年次点十百千万块元周折成")) {
        return plus(total, part.low().movePointLeft(1));
      } else if (i == 1 && !cursor.seesOneOf("个期号月天年次点十百千万块元周折成")) {
        return plus(total, part.low().movePointLeft(2));
      } else {
        cursor.back(start);
        return total;
      }
    }
    return total;
  }

  private static Count plus(Count count, BigDecimal part) {
    return new Count(
        count.low().add(part),
        count.high().add(part),
        count.vague(),
        count.form(),
        BigDecimal.ONE,
        BigDecimal.ONE);
  }

  /** 1万-5万元, 两到三万, 从8500到3万. */
  private static Part range(Cursor cursor, Count first, Part part, Currency usual) {
    int end = cursor.at();
    inclusive(cursor);
    cursor.space();
    if (cursor.takeAny("--", "-", "~", "到", "至", "或者", "或")) {
      cursor.takeAny("-", "~");
      cursor.space();
      int secondAt = cursor.at();
      Count second = ChineseNumber.read(cursor);
      if (second != null && isJoinable(cursor, secondAt, first, second)) {
        Count low = part.named ? part.count : borrow(first, second);
        if (low.low().compareTo(second.high()) < 0) {
          Part last = unit(cursor, second, usual);
          return new Part(
              low.upTo(last.count),
              last.named ? last.currency : part.currency,
              last.named || part.named);
        }
      }
    }
    cursor.back(end);
    return part;
  }

  private static boolean isJoinable(Cursor cursor, int secondAt, Count first, Count second) {
    boolean phone = second.form() == Count.Form.WESTERN && cursor.at() - secondAt > 9;
    return !phone && first.form() != Count.Form.ROW && second.form() != Count.Form.ROW;
  }

  /** The first number takes the unit of the second where the words leave it out. */
  private static Count borrow(Count first, Count second) {
    for (BigDecimal unit : List.of(second.unit(), second.myriad())) {
      Count lent = first.times(unit);
      if (lent.low().compareTo(second.low()) < 0) {
        return lent;
      }
    }
    return first;
  }

  private static void inclusive(Cursor cursor) {
    cursor.takeAny("(含)", "(不含)");
  }
}
