package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Words for money beside 块 and 元: 块把钱, 块儿八毛, and the 蚊, 箍 and 旧水 of dialects. */
final class CoinWords {
  private static final String[] WORDS = {"块把钱", "块把", "块儿八毛", "毛把钱", "块八毛", "块儿把"};
  private static final String[][] ENDS = {
    {"1", "2"}, {"1", "2"}, {"0.8", "1"}, {"0.1", "0.2"}, {"0.8", "1"}, {"1", "2"}
  };

  private CoinWords() {}

  /** A vague small sum that is a word of its own, if one stands here and no figure before it. */
  static @Nullable Mention read(int start, Scene scene) {
    char before = scene.before(start, 1);
    if (before != 0 && (ChineseDigit.anyValue(before) >= 0 || ChineseDigit.isUnit(before))) {
      return null;
    }
    Cursor cursor = scene.cursor(start);
    int which = cursor.choose(WORDS);
    if (which < 0) {
      return null;
    }
    Count count =
        new Count(
            new BigDecimal(ENDS[which][0]),
            new BigDecimal(ENDS[which][1]),
            true,
            Count.Form.UNITS,
            BigDecimal.ONE,
            BigDecimal.ONE);
    return Sums.mention(count, scene.currency(), start, cursor.at(), true, 0.9);
  }

  /** Takes what Cantonese, Hokkien and jest call a yuan: 五百蚊, 三百箍, 两千大洋. */
  static boolean takesDialectYuan(Cursor cursor) {
    if (cursor.sees("蚊子") || cursor.sees("箍桶")) {
      return false;
    }
    if (cursor.takeAny("蚊鸡", "蚊", "箍", "大洋", "银元", "洋钿", "银纸", "软妹币")) {
      return true;
    }
    return cursor.sees("银") && !cursor.seesAny("银行", "银子", "银联", "银河") && cursor.take("银");
  }

  /** What a Cantonese slang unit is worth, which is taken: 三旧水 are three hundred. 0 if none. */
  static int slang(Cursor cursor) {
    if (cursor.take("旧水")) {
      return 100;
    }
    return cursor.take("撇水") ? 1000 : 0;
  }
}
