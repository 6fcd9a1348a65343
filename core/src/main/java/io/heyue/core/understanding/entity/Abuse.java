package io.heyue.core.understanding.entity;

/**
 * Figures and kin that are abuse or an oath in one place and meant in another: 你当我二百五 is a fool,
 * 还二百五 a sum; 侬十三点啊 is no time; 真他妈烦 is nobody's mother, 他妈住院了 is.
 */
final class Abuse {
  /** What stands right before a fool, longest first. */
  private static final String[] FOOLS = {
    "我当", "你当", "人当", "谁当", "当我是个", "当我是", "当我", "当谁是", "当谁", "当人是", "当人", "以为我是", "以为我", "以为谁是",
    "我就是个", "我又不是", "我不是", "我是", "你是", "他是", "骂我是", "骂我", "骂人", "叫我", "像个", "跟个", "装", "傻", "大",
    "真是个", "真是", "这个", "那个", "你个", "一个", "俩", "一群", "一帮", "你这", "侬", "伊", "个个"
  };

  private static final String[] LIKENESS = {
    "似的", "一样", "啊", "吗", "么", "嘛", "呀", "吧", "才", "伐", "兮兮"
  };

  /** Words near 二百五 that make it a sum. */
  private static final String MONEY = "还付给交转存扣凑打借欠缴掏补收钱额息费款租资块元毛";

  private static final String[] MOTHERS = {"他妈", "她妈", "他娘", "他奶奶"};

  /** What is said of a mother in earnest behind 的: 他妈的病. */
  private static final String HERS = "病医手退身电卡工房药名葬丧养社银账钱号话后血";

  private Abuse() {}

  /** How many characters from {@code at} on are abuse; 0 if what stands there may be meant. */
  static int length(Scene scene, int at) {
    char here = scene.text().charAt(at);
    if (here == '二' && scene.cursor(at).sees("二百五")) {
      return isFool(scene, at) ? 3 : 0;
    }
    if (here == '十' && scene.cursor(at).sees("十三点")) {
      return isDunce(scene, at) ? 3 : 0;
    }
    return here == '他' || here == '她' ? oath(scene, at) : 0;
  }

  private static boolean isFool(Scene scene, int at) {
    Cursor behind = scene.cursor(at + 3);
    if (behind.seesOneOf("十块元毛钱零多")) {
      return false;
    }
    for (int i = 1; i <= 5; i++) {
      char before = scene.before(at, i);
      if (before != 0 && MONEY.indexOf(before) >= 0) {
        return false;
      }
    }
    return follows(scene, at, FOOLS);
  }

  /** 十三点 in Shanghai is somebody silly; the hour has a day or something to do beside it. */
  private static boolean isDunce(Scene scene, int at) {
    Cursor behind = scene.cursor(at + 3);
    boolean closes = behind.ended() || behind.seesAny(LIKENESS) || behind.seesOneOf(",.!? ");
    return closes && (follows(scene, at, FOOLS) || follows(scene, at, "你", "他", "是", "老"));
  }

  private static int oath(Scene scene, int at) {
    for (String mother : MOTHERS) {
      Cursor cursor = scene.cursor(at);
      if (!cursor.take(mother)) {
        continue;
      }
      boolean of = cursor.here() == '的' && HERS.indexOf(cursor.ahead(1)) < 0;
      char before = scene.before(at, 1);
      boolean led = before != 0 && "你我您真太都这又操草日去滚么们就别".indexOf(before) >= 0;
      boolean meant = cursor.seesAny("住院", "生病", "病", "知道", "接", "帮", "替", "不知", "去世", "走了", "做手术");
      if (of || cursor.seesAny("逼", "蛋", "了个") || (led && !meant)) {
        return cursor.at() - at + (of ? 1 : 0);
      }
    }
    return 0;
  }

  private static boolean follows(Scene scene, int at, String... words) {
    for (String word : words) {
      if (scene.follows(at, word)) {
        return true;
      }
    }
    return false;
  }
}
