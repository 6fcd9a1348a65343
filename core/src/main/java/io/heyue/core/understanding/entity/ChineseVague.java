package io.heyue.core.understanding.entity;

/** Words that make what they stand beside vague: 大概, 差不多, 左右. */
final class ChineseVague {
  private static final String[] BEFORE = {
    "约", "大概", "差不多", "将近", "接近", "近", "不到", "至少", "最多", "起码", "小于", "大于", "超过", "多于", "少于", "顶多",
    "小", "也就", "小", "估计", "可能"
  };
  private static final String[] AFTER = {
    "左右", "上下", "以上", "以下", "以内", "出头", "不到", "前后", "样子", "这样子"
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
    boolean after = cursor.seesAny(AFTER);
    cursor.back(end);
    return after;
  }
}
