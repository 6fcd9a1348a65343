package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.recognise.Expected;
import java.util.List;

/**
 * What is asked and answered where replies are measured.
 *
 * @param reply said whatever was heard
 */
record ReplyScript(Lang lang, String reply, List<Asked> asked) {
  ReplyScript {
    asked = List.copyOf(asked);
  }

  /**
   * What is asked by the reply before it, and the answer.
   *
   * @param answer as a voice says it
   */
  record Asked(Expected expected, String answer) {}

  static ReplyScript of(Lang lang) {
    return switch (lang) {
      case EN ->
          new ReplyScript(
              lang,
              "Okay, thank you.",
              List.of(
                  open(Expecting.YES_NO, "Yes."),
                  open(Expecting.YES_NO, "Yes, that's me."),
                  open(Expecting.YES_NO, "No, it is not."),
                  open(Expecting.SUM, "Two hundred dollars."),
                  open(Expecting.DATE, "Next Friday."),
                  open(Expecting.DATE, "On the tenth of May."),
                  open(Expecting.OPEN, "I lost my job last month."),
                  open(Expecting.OPEN, "My wife is in hospital."),
                  open(Expecting.YES_NO, "I can't pay all of it now."),
                  open(Expecting.OPEN, "Can you call me tomorrow?")));
      case ZH ->
          new ReplyScript(
              lang,
              "好的，谢谢您。",
              List.of(
                  closed(Expecting.YES_NO, List.of("是的", "不是"), "是的"),
                  closed(Expecting.YES_NO, List.of("是的", "不是"), "不是"),
                  closed(Expecting.SUM, List.of("两百块", "三千块", "五百块"), "三千块"),
                  closed(Expecting.DATE, List.of("下个星期五", "明天下午", "月底"), "下个星期五"),
                  closed(Expecting.CHOICE, List.of("我没有钱", "我已经还了", "我现在没有时间"), "我现在没有时间")));
    };
  }

  private static Asked open(Expecting kind, String answer) {
    return new Asked(new Expected(kind, List.of()), answer);
  }

  private static Asked closed(Expecting kind, List<String> phrases, String answer) {
    return new Asked(new Expected(kind, phrases), answer);
  }
}
