package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number as it is written or said in Chinese, mixed with western digits or not: 两千三,
 * 一万零五十, 3千5, 1万2, 三点五万, 几百, 十几万, 五六百, 三千多, 千把, 5k, 1,200.50.
 *
 * <p>Units descend within a section of four digits, sections are closed by 万 and 亿; a last digit
 * without a unit counts in tenths of the unit before it (两千三 is 2300) unless 零 stands between. A
 * vague word makes the number a range; it is then read twice, once for each end.
 */
final class ChineseNumber {
  /** No longer number is read, so that endless digits cost no more than this at each place. */
  private static final int LONGEST = 48;

  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

  private final Cursor cursor;
  private final boolean most;
  private final boolean withPoint;
  private final int limit;

  private BigDecimal upper = BigDecimal.ZERO;
  private BigDecimal middle = BigDecimal.ZERO;
  private BigDecimal section = BigDecimal.ZERO;
  private @Nullable BigDecimal pending;
  private int pendingAt;
  private int sectionAt;
  private int pendingDigits;
  private BigDecimal unit = BigDecimal.ONE;
  private BigDecimal reach = BigDecimal.ONE;
  private BigDecimal myriad = BigDecimal.ONE;
  private boolean afterUnit;
  private boolean afterZero;
  private boolean hasUnit;
  private boolean western;
  private boolean row;
  private boolean vague;

  private ChineseNumber(Cursor cursor, boolean most, boolean withPoint) {
    this.cursor = cursor;
    this.most = most;
    this.withPoint = withPoint;
    this.limit = cursor.at() + LONGEST;
  }

  /** The number that stands here, with its decimals; the cursor stays if there is none. */
  static @Nullable Count read(Cursor cursor) {
    return read(cursor, true);
  }

  /** The whole number that stands here; a 点 after it is left alone (三点半). */
  static @Nullable Count readWhole(Cursor cursor) {
    return read(cursor, false);
  }

  private static @Nullable Count read(Cursor cursor, boolean withPoint) {
    char first = cursor.here();
    if (!Cursor.isDigit(first)
        && ChineseDigit.value(first) < 0
        && "十百千万几数好廿卅上成".indexOf(first) < 0) {
      return null;
    }
    int start = cursor.at();
    Count idiom = ChineseIdioms.read(cursor);
    if (idiom != null) {
      return idiom;
    }
    Count low = new ChineseNumber(cursor, false, withPoint).read();
    if (low == null || !low.vague()) {
      if (low == null) {
        cursor.back(start);
      }
      return low;
    }
    int end = cursor.at();
    cursor.back(start);
    Count high = new ChineseNumber(cursor, true, withPoint).read();
    cursor.back(end);
    return high == null ? low : low.upTo(high);
  }

  private @Nullable Count read() {
    cursor.take("好");
    int twenty = cursor.choose("廿", "卅");
    if (twenty >= 0) {
      section = BigDecimal.valueOf(twenty * 10L + 20);
      afterNewUnit(TEN);
    }
    sectionAt = cursor.at();
    while (cursor.at() < limit && step()) {
      // Each step takes one part of the number; the last one finds nothing more to take.
    }
    if (pending == null && !hasUnit) {
      return null;
    }
    return finished();
  }

  private boolean step() {
    char c = cursor.here();
    if (afterUnit
        && c == '零'
        && (ChineseDigit.value(cursor.ahead(1)) > 0
            || ChineseDigit.isUnit(cursor.ahead(1))
            || Cursor.isDigit(cursor.ahead(1)))) {
      cursor.take("零");
      afterUnit = false;
      afterZero = true;
      return true;
    }
    if (pending == null && (Cursor.isDigit(c) || ChineseDigit.value(c) >= 0 || isSome(c))) {
      return digits(c);
    }
    if ("十百千".indexOf(c) >= 0) {
      return smallUnit(c == '十' ? 10 : c == '百' ? 100 : 1000);
    }
    if (c == 'k' && (western || hasUnit) && isUnitLetter()) {
      return smallUnit(1000);
    }
    if (c == '万' || c == '亿' || c == '个' || (c == 'w' && isUnitLetter())) {
      return bigUnit();
    }
    if (c == '点' && withPoint) {
      return decimals();
    }
    if (c == ' ' && western && pending != null && "万千亿百".indexOf(cursor.ahead(1)) >= 0) {
      return cursor.take(" ");
    }
    return "多余来几".indexOf(c) >= 0 && more(c);
  }

  /** 5k and 2w end there; of 3k5 and 2w8 a few digits more belong to the number. */
  private boolean isUnitLetter() {
    int digits = 0;
    while (digits < 4 && Cursor.isDigit(cursor.ahead(1 + digits))) {
      digits++;
    }
    char next = cursor.ahead(1 + digits);
    return !Cursor.isWordPart(next) || (digits > 0 && next == 'k');
  }

  /** 几 or 数 in the place of a digit. */
  private boolean isSome(char c) {
    boolean some = c == '几' || (c == '数' && "十百千万亿".indexOf(cursor.ahead(1)) >= 0);
    return some && !(c == '几' && cursor.ahead(1) == '乎');
  }

  private boolean digits(char c) {
    pendingAt = cursor.at();
    if (isSome(c)) {
      cursor.back(cursor.at() + 1);
      vague = true;
      boolean tail = afterUnit && !ChineseDigit.isUnit(cursor.here());
      boolean alone = !tail && !ChineseDigit.isUnit(cursor.here());
      pending = BigDecimal.valueOf(most ? (alone ? 9 : 10) : tail ? 0 : alone ? 2 : 1);
      pendingDigits = 1;
      return true;
    }
    return Cursor.isDigit(c) ? westernDigits() : chineseDigits();
  }

  private boolean westernDigits() {
    WesternNumber number = WesternNumber.read(cursor, LONGEST);
    if (number == null) {
      return false;
    }
    pending = number.value();
    pendingDigits = number.whole();
    western = true;
    return true;
  }

  private boolean chineseDigits() {
    int length = 0;
    while (length < LONGEST && ChineseDigit.value(cursor.ahead(length)) >= 0) {
      length++;
    }
    int first = ChineseDigit.value(cursor.here());
    boolean pair =
        length == 2
            && ChineseDigit.isNeighbours(first, ChineseDigit.value(cursor.ahead(1)))
            && isPairPlace(cursor.ahead(2));
    if (pair) {
      pending = BigDecimal.valueOf(most ? ChineseDigit.value(cursor.ahead(1)) : first);
      vague = true;
      cursor.back(cursor.at() + 2);
      pendingDigits = 1;
      return true;
    }
    if (length == 1 || hasUnit) {
      pending = BigDecimal.valueOf(first);
      cursor.back(cursor.at() + 1);
      pendingDigits = 1;
      return true;
    }
    BigDecimal value = BigDecimal.ZERO;
    for (int i = 0; i < length; i++) {
      value = value.multiply(TEN).add(BigDecimal.valueOf(ChineseDigit.value(cursor.ahead(i))));
    }
    pending = value;
    pendingDigits = length;
    row = true;
    cursor.back(cursor.at() + length);
    return true;
  }

  /** Whether two digits followed by {@code next} are a guess (五六百, 三四天) and not a row. */
  private boolean isPairPlace(char next) {
    return hasUnit || ChineseDigit.isUnit(next) || "个块天周年月点元号岁期次分小钟毛礼星人".indexOf(next) >= 0;
  }

  private boolean smallUnit(int size) {
    BigDecimal factor = BigDecimal.valueOf(size);
    boolean bare = pending == null;
    boolean ten = size == 10 && !western && unit.compareTo(HUNDRED) <= 0;
    if (bare && !ten && !afterZero) {
      return false;
    }
    if (section.signum() != 0 && factor.compareTo(unit) >= 0) {
      return dropPending();
    }
    section = section.add((pending == null ? BigDecimal.ONE : pending).multiply(factor));
    cursor.back(cursor.at() + 1);
    myriad = BigDecimal.ONE;
    reach = factor;
    afterNewUnit(factor);
    return true;
  }

  private boolean bigUnit() {
    int before = cursor.at();
    if (cursor.here() == '个') {
      cursor.take("个");
    }
    char c = cursor.here();
    BigDecimal factor = c == '亿' ? MYRIAD.multiply(MYRIAD) : MYRIAD;
    boolean empty = pending == null && section.signum() == 0;
    boolean stacked = c == '亿' && middle.signum() != 0 && afterUnit;
    boolean known = c == '万' || c == '亿' || (c == 'w' && isUnitLetter());
    if (!known || (empty && !stacked)) {
      cursor.back(before);
      return false;
    }
    if (c == '亿' ? upper.signum() != 0 : middle.signum() != 0) {
      cursor.back(sectionAt);
      section = BigDecimal.ZERO;
      pending = null;
      return false;
    }
    BigDecimal part = section.add(tail());
    if (c == '亿') {
      upper = middle.add(part).multiply(factor);
      middle = BigDecimal.ZERO;
    } else {
      middle = part.multiply(factor);
    }
    section = BigDecimal.ZERO;
    cursor.back(cursor.at() + 1);
    boolean adjoins = afterUnit && pending == null;
    myriad = stacked ? myriad.multiply(factor) : factor;
    reach = adjoins ? reach.multiply(factor) : factor;
    afterNewUnit(factor);
    sectionAt = cursor.at();
    return true;
  }

  private void afterNewUnit(BigDecimal factor) {
    unit = factor;
    pending = null;
    afterUnit = true;
    afterZero = false;
    hasUnit = true;
  }

  private boolean dropPending() {
    if (pending != null) {
      cursor.back(pendingAt);
      pending = null;
    }
    return false;
  }

  /** 三点五, 三点五万, 一百点123. */
  private boolean decimals() {
    int start = cursor.at();
    cursor.take("点");
    BigDecimal place = BigDecimal.ONE;
    BigDecimal fraction = BigDecimal.ZERO;
    int length = 0;
    while (length < 20 && ChineseDigit.anyValue(cursor.here()) >= 0) {
      place = place.movePointLeft(1);
      fraction =
          fraction.add(place.multiply(BigDecimal.valueOf(ChineseDigit.anyValue(cursor.here()))));
      cursor.back(cursor.at() + 1);
      length++;
    }
    if (length == 0 || (pending == null && !hasUnit)) {
      cursor.back(start);
      return false;
    }
    if (pending == null || hasUnit) {
      section = section.add(tail());
      pending = null;
      section = section.add(fraction);
      return cursor.seesAny("万", "亿");
    }
    pending = pending.add(fraction);
    pendingDigits = 2;
    return ChineseDigit.isUnit(cursor.here());
  }

  /** 三千多, 十几万, 3000余, 十来. */
  private boolean more(char c) {
    boolean round = pending != null && western && pending.signum() != 0;
    if ((!afterUnit && !round) || !isMorePlace(c)) {
      return false;
    }
    BigDecimal step = unit;
    if (pending != null) {
      step = BigDecimal.ONE;
      BigDecimal rest = pending;
      while (rest.remainder(TEN).signum() == 0) {
        rest = rest.divide(TEN);
        step = step.multiply(TEN);
      }
    }
    cursor.back(cursor.at() + 1);
    vague = true;
    if (most && c != '来') {
      if (pending == null) {
        section = section.add(step);
      } else {
        pending = pending.add(step);
      }
    }
    return cursor.seesAny("万", "亿");
  }

  private boolean isMorePlace(char c) {
    char next = cursor.ahead(1);
    return switch (c) {
      case '多' -> "少久次半".indexOf(next) < 0 || next == '次';
      case '余' -> "额下款".indexOf(next) < 0;
      case '来' -> "块万元个天年月岁次期人".indexOf(next) >= 0 && next != 0;
      default -> false;
    };
  }

  /** What the last number without a unit counts. */
  private BigDecimal tail() {
    if (pending == null) {
      return BigDecimal.ZERO;
    }
    boolean tenths = afterUnit && pendingDigits == 1 && unit.compareTo(TEN) > 0;
    return tenths ? pending.multiply(unit).divide(TEN) : pending;
  }

  private Count finished() {
    BigDecimal total = upper.add(middle).add(section).add(tail());
    Count.Form form =
        hasUnit
            ? Count.Form.UNITS
            : western ? Count.Form.WESTERN : row ? Count.Form.ROW : Count.Form.DIGIT;
    boolean ended = pending == null;
    return new Count(
        total, total, vague, form, ended ? reach : BigDecimal.ONE, ended ? myriad : BigDecimal.ONE);
  }
}
