package io.heyue.core.understanding.entity;

/**
 * Whether the words behind a date tell what happened then: 九月十五号还的, 八月份就失业了, 20号扣了我五百. Only the
 * clause of the date counts, and nothing that is still to come: 九月份就能还了, 15号还的话, 20号转过来.
 */
final class PastEvent {
  private static final int REACH = 14;

  /** What somebody did with money, papers or words. */
  private static final String DEEDS = "还欠付交转存扣打借办签汇寄取买贷申说讲谈批发投垫补刷";

  /** Verbs whose 了 is mostly a condition: 发了工资就还, 拿了钱再说. */
  private static final String CONDITIONS = "发批";

  /** What happens to people once, and is told afterwards. */
  private static final String[] HAPPENINGS = {
    "失业", "失了业", "下岗", "没了工作", "丢了工作", "被裁", "裁员", "裁了", "停工", "停产", "停了", "倒闭", "关门", "关了", "黄了",
        "赔了", "亏了",
    "病倒", "病了", "查出", "住院", "住了院", "出事", "出了事", "出车祸", "摔", "受伤", "断供", "逾期", "去世", "走了", "过世",
        "没了", "离婚",
    "离了", "破产", "没活", "没工作", "没收入", "没上班", "没班", "辞职", "辞了", "被骗", "被抓", "开除", "分手", "结清了", "注销了",
        "换了号", "搬走",
    "就没", "就已", "就还了", "就还清", "就跟你", "就给你们", "就说", "就欠", "就断", "着火", "淹了", "流产", "开刀", "辞退", "解雇",
        "炒了", "炒鱿鱼"
  };

  /** What puts it off into the future or into doubt. */
  private static final String[] AHEAD = {
    "会", "能", "要", "将", "怕", "可能", "如果", "要是", "打算", "准备", "才", "再", "行不行", "可以", "的话", "之前", "该",
    "到期"
  };

  private PastEvent() {}

  /** Whether such words follow in the clause behind {@code end}. */
  static boolean follows(Scene scene, int end) {
    String text = scene.text();
    if (end >= text.length() || text.charAt(end) < 0x80) {
      return false;
    }
    int last = end;
    while (last < text.length() && last - end < REACH && ",.!?; 、".indexOf(text.charAt(last)) < 0) {
      last++;
    }
    String clause = text.substring(end, last);
    int ahead = first(clause, AHEAD);
    int happened = first(clause, HAPPENINGS);
    int done = deed(clause);
    if (isOverdue(clause)) {
      return true;
    }
    int told = happened < 0 ? done : done < 0 ? happened : Math.min(happened, done);
    return told >= 0 && (ahead < 0 || ahead > told);
  }

  /** 十月的工资还没发, 九月那期还欠着: what belongs to that time is missing until now. */
  private static boolean isOverdue(String clause) {
    boolean belongs = startsWith(clause, "的", "那期", "那笔", "份的", "那个月");
    return belongs
        && (clause.contains("还没")
            || clause.contains("还欠")
            || clause.contains("拖着")
            || clause.contains("没发"));
  }

  private static int first(String clause, String[] words) {
    int first = -1;
    for (String word : words) {
      int at = clause.indexOf(word);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  /** Where a deed stands with 的, 了 or 过 behind it; -1 if none does. */
  private static int deed(String clause) {
    for (int i = 0; i + 1 < clause.length(); i++) {
      char verb = clause.charAt(i);
      char mark = clause.charAt(i + 1);
      if (DEEDS.indexOf(verb) < 0) {
        continue;
      }
      String rest = clause.substring(i + 2);
      boolean told =
          switch (mark) {
            case '的' ->
                !startsWith(rest, "话", "时候", "起", "上", "清", "完", "了", "那", "日") || isThat(rest);
            case '过' ->
                !startsWith(rest, "来", "去", "户", "得", "不")
                    || rest.startsWith("去了")
                    || rest.startsWith("来了");
            case '了' ->
                // 那我27号还了 may as well be a promise.
                CONDITIONS.indexOf(verb) < 0
                    && !rest.isBlank()
                    && !rest.contains("就")
                    && !rest.contains("再")
                    && !rest.contains("才")
                    && !startsWith(rest, "吧", "行", "之后", "以后", "后", "也", "算");
            default -> false;
          };
      if (told) {
        return i;
      }
    }
    return -1;
  }

  /** 还的那笔, 扣的那一千 tell; 还的那天 may be to come. */
  private static boolean isThat(String rest) {
    return rest.startsWith("那") && !startsWith(rest.substring(1), "天", "时", "日", "会", "阵", "话");
  }

  private static boolean startsWith(String rest, String... words) {
    for (String word : words) {
      if (rest.startsWith(word)) {
        return true;
      }
    }
    return false;
  }
}
