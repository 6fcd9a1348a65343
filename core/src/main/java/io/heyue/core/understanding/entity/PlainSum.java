package io.heyue.core.understanding.entity;

import java.math.BigDecimal;

/** Judges whether a Chinese number without a unit of money is a sum all the same. */
final class PlainSum {
  /** What is counted, when it follows a number, so that the number is no sum. */
  private static final String COUNTED =
      "人次个台件米吨天年月日号岁度期家条名位页字股倍户张斤小时秒种辆步通趟遍项公级楼层栋室路平间口班分点周星礼把只头颗部套份集%‰折成线多";

  /** Words that begin like something counted and are not. */
  private static final String[] OTHERS = {
    "分", "把", "只", "日后", "周转", "个月供", "月底", "月初", "月末", "月中", "年底", "年前", "年后", "年初", "周一", "周二",
    "周三", "周四", "周五", "周六", "周日", "周末", "星期", "家里", "分期"
  };

  private static final String VERBS = "还付给交转存扣凑打借欠缴拿掏汇充差补收赚出抵投";
  private static final String[] NOUNS = {
    "金额", "欠款", "账单", "月供", "余额", "工资", "收入", "本金", "利息", "额度", "本息", "滞纳金", "月薪"
  };
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int REACH = 6;

  private PlainSum() {}

  /** How surely the number {@code start..cursor} is a sum, 0 if it is none. */
  static double confidence(Scene scene, int start, Cursor cursor, Count count) {
    if (isCounted(scene, start, cursor) || count.low().signum() == 0) {
      return 0;
    }
    boolean paying = followsPaying(scene, start);
    return switch (count.form()) {
      case UNITS -> {
        boolean large = count.high().compareTo(HUNDRED) >= 0;
        yield large ? 0.9 : paying && count.within(10, 99) ? 0.75 : 0;
      }
      case WESTERN -> {
        boolean fits =
            count.low().precision() - count.low().scale() <= 8 && count.low().scale() <= 2;
        boolean answer = count.low().compareTo(HUNDRED) >= 0 && scene.isAlone(start, cursor.at());
        boolean large = count.low().compareTo(BigDecimal.TEN) >= 0;
        yield !fits || !large ? 0 : paying ? 0.85 : answer ? 0.6 : 0;
      }
      case ROW, DIGIT -> 0;
    };
  }

  private static boolean isCounted(Scene scene, int start, Cursor cursor) {
    char previous = scene.before(start, 1);
    if (previous == '第'
        || previous == '.'
        || previous == '/'
        || previous == '-'
        || previous == ':'
        || Cursor.isWordPart(previous)) {
      return true;
    }
    boolean ordinal =
        scene.follows(start, "号码") || scene.follows(start, "编号") || scene.follows(start, "尾号");
    boolean word = Cursor.isWordPart(cursor.here()) || cursor.seesAny("/", ":", "-");
    int end = cursor.at();
    cursor.space();
    boolean counted = cursor.seesOneOf(COUNTED) && !cursor.seesAny(OTHERS);
    cursor.back(end);
    return ordinal || word || counted || scene.follows(start, "百分之") || scene.follows(start, "分之");
  }

  private static boolean followsPaying(Scene scene, int start) {
    for (int i = 1; i <= REACH && start - i >= 0; i++) {
      char c = scene.before(start, i);
      if (c == ',' || c == '.' || c == '?' || c == '!' || c == ';') {
        return false;
      }
      if (VERBS.indexOf(c) >= 0) {
        return !(c == '还' && "有是没在".indexOf(scene.text().charAt(start - i + 1)) >= 0);
      }
    }
    for (String noun : NOUNS) {
      int from = Math.max(0, start - REACH);
      if (scene.text().substring(from, start).contains(noun)) {
        return true;
      }
    }
    return false;
  }
}
