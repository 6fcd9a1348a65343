package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Vague numbers that are words of their own: 千把, 百八十, 千儿八百, 上万块. */
final class ChineseIdioms {
  private static final String[] WORDS = {"千儿八百", "万儿八千", "百八十", "百十来", "百十"};
  private static final int[][] ENDS = {
    {800, 1000}, {8000, 10_000}, {100, 180}, {100, 120}, {100, 120}
  };
  private static final String[] ABOVE = {"上百", "上千", "上万", "百把", "千把", "万把"};
  private static final int[] FROM = {100, 1000, 10_000, 100, 1000, 10_000};

  private ChineseIdioms() {}

  /** The vague number that stands here; the cursor stays if there is none. */
  static @Nullable Count read(Cursor cursor) {
    int which = cursor.choose(WORDS);
    if (which >= 0) {
      return vague(ENDS[which][0], ENDS[which][1]);
    }
    int start = cursor.at();
    int above = cursor.choose(ABOVE);
    if (above >= 0 && (above >= 3 || cursor.seesOneOf("块元"))) {
      return vague(FROM[above], FROM[above]);
    }
    cursor.back(start);
    return null;
  }

  private static Count vague(int low, int high) {
    return new Count(
        BigDecimal.valueOf(low),
        BigDecimal.valueOf(high),
        true,
        Count.Form.UNITS,
        BigDecimal.valueOf(low),
        BigDecimal.ONE);
  }
}
