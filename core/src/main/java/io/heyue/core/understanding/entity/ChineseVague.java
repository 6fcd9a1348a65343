package io.heyue.core.understanding.entity;

/**
 * Words that make what they stand beside vague: 大概, 差不多, 左右. Some do so over a few words:
 * 大概还能挤出来八百块, 八百块吧大概.
 */
final class ChineseVague {
  private static final String[] BEFORE = {
    "约", "大概", "差不多", "将近", "接近", "近", "不到", "至少", "最多", "起码", "小于", "大于", "超过", "多于", "少于", "顶多",
    "小", "也就", "估计", "可能", "最少", "至多", "少说", "约莫", "约摸", "大致", "撑死", "大约", "得有", "怕有"
  };

  /** Words that reach what they qualify over others, if nothing else can be meant in between. */
  private static final String[] APART = {
    "大概", "大约", "大致", "差不多", "约莫", "约摸", "至少", "起码", "最少", "最多", "至多", "顶多", "少说", "撑死", "顶天",
    "充其量", "估计", "估摸", "大差不差", "将近"
  };

  private static final int REACH = 9;

  /**
   * What ends the reach: a figure, a day or a sum that such a word may as well qualify, a pause.
   */
  private static final String ENDS = "几零一二两三四五六七八九十百千万亿半天周月号期点日年块元分底初末前后,.!?;: 、";

  private static final String[] AFTER = {
    "左右", "上下", "以上", "以下", "以内", "出头", "不到", "前后", "样子", "这样子", "打底", "开外", "往上", "朝上", "挂零", "光景",
    "上落"
  };

  private ChineseVague() {}

  /** Whether such a word stands before {@code start} or at {@code cursor}, which stays. */
  static boolean around(Scene scene, int start, Cursor cursor) {
    for (String word : BEFORE) {
      if (scene.follows(start, word)) {
        return true;
      }
    }
    int end = cursor.at();
    cursor.takeAny("(含)", "的", "钱");
    boolean after = cursor.seesAny(AFTER) || isAfterthought(cursor);
    cursor.back(end);
    return after || isApart(scene, start);
  }

  /** 三千吧大概; in 三千大概下周还 the word belongs to the week. */
  private static boolean isAfterthought(Cursor cursor) {
    cursor.takeOneOf("吧呢啊");
    cursor.space();
    return cursor.takeAny("大概", "差不多", "估计", "约莫", "好像")
        && (cursor.takeOneOf("吧呢") || cursor.ended());
  }

  private static boolean isApart(Scene scene, int start) {
    int from = start;
    while (from > 0 && start - from < REACH && ENDS.indexOf(scene.text().charAt(from - 1)) < 0) {
      from--;
    }
    if (start - from < 3) {
      return false;
    }
    String before = scene.text().substring(from, start);
    for (String word : APART) {
      if (before.contains(word) && !isEnough(before)) {
        return true;
      }
    }
    return false;
  }

  /** 差不多得了 is no figure. */
  private static boolean isEnough(String before) {
    return before.contains("差不多得") || before.contains("差不多了");
  }
}
