package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Vague numbers that are words of their own: 千把, 百八十, 千儿八百, 上万块, 万几蚊. */
final class ChineseIdioms {
  private static final String[] WORDS = {"千儿八百", "万儿八千", "百儿八十", "百八十", "百十来", "百十", "百几十"};
  private static final int[][] ENDS = {
    {800, 1000}, {8000, 10_000}, {80, 100}, {100, 180}, {100, 120}, {100, 120}, {110, 190}
  };

  /** The last ones are Cantonese, which leaves out the one: 万几蚊 is ten thousand and some. */
  private static final String[] ABOVE = {
    "百把", "千把", "万把", "上百", "上千", "上万", "成百", "成千", "成万", "百几", "千几", "万几"
  };

  private static final int[] FROM = {
    100, 1000, 10_000, 100, 1000, 10_000, 100, 1000, 10_000, 100, 1000, 10_000
  };
  private static final int NEEDS_UNIT = 3;
  private static final int AND_SOME = 9;

  private ChineseIdioms() {}

  /** The vague number that stands here; the cursor stays if there is none. */
  static @Nullable Count read(Cursor cursor) {
    int which = cursor.choose(WORDS);
    if (which >= 0) {
      return vague(ENDS[which][0], ENDS[which][1]);
    }
    int start = cursor.at();
    int above = cursor.choose(ABOVE);
    if (above >= 0 && (above < NEEDS_UNIT || cursor.seesOneOf("块元蚊银"))) {
      return vague(FROM[above], above >= AND_SOME ? 2 * FROM[above] : FROM[above]);
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
