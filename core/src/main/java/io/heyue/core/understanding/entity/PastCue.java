package io.heyue.core.understanding.entity;

import java.util.List;

/** Words that say that something has been done, so that a bare date in the text lies behind. */
final class PastCue {
  private static final List<String> CUES =
      List.of(
          "已经",
          "早就",
          "还了",
          "还过",
          "还完了",
          "还清了",
          "付了",
          "付过",
          "交了",
          "交过",
          "转了",
          "转过",
          "存了",
          "存进去了",
          "打了钱",
          "打过去了",
          "扣了",
          "扣过",
          "还掉了",
          "结清了",
          "刚还",
          "没还",
          "还没交",
          "欠着",
          "already",
          "i paid",
          "was paid",
          "have paid",
          "i've paid",
          "i sent",
          "i transferred",
          "paid it",
          "was charged",
          "i made");
  private static final int NEAR = 400;

  private PastCue() {}

  /** Whether the first {@value #NEAR} characters hold such a word. */
  static boolean isIn(String text) {
    String head = text.length() > NEAR ? text.substring(0, NEAR) : text;
    for (String cue : CUES) {
      if (head.contains(cue)) {
        return true;
      }
    }
    return false;
  }
}
