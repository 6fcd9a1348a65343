package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.recognise.Expected;
import java.util.List;

/**
 * What is asked and answered where replies are measured.
 *
 * @param reply said first, whatever was heard
 */
record ReplyScript(Lang lang, String reply, List<Asked> asked) {
  ReplyScript {
    asked = List.copyOf(asked);
  }

  /**
   * A question and an answer to it.
   *
   * @param answer as a voice says it
   */
  record Asked(String question, Expected expected, String answer) {}

  static ReplyScript of(Lang lang) {
    return switch (lang) {
      case EN ->
          new ReplyScript(
              lang,
              "Okay, thank you.",
              List.of(
                  open("Is that you?", Expecting.YES_NO, "Yes."),
                  open("Is that you?", Expecting.YES_NO, "Yes, that's me."),
                  open("Is that right?", Expecting.YES_NO, "No, it is not."),
                  open("How much can you pay?", Expecting.SUM, "Two hundred dollars."),
                  open("When can you pay?", Expecting.DATE, "Next Friday."),
                  open("When can you pay?", Expecting.DATE, "On the tenth of May."),
                  open("What happened?", Expecting.OPEN, "I lost my job last month."),
                  open("What happened?", Expecting.OPEN, "My wife is in hospital."),
                  open("Can you pay?", Expecting.YES_NO, "I can't pay all of it now."),
                  open("Anything else?", Expecting.OPEN, "Can you call me tomorrow?")));
      case ZH ->
          new ReplyScript(
              lang,
              "好的，谢谢您。",
              List.of(
                  closed("是您本人吗？", Expecting.YES_NO, List.of("是的", "不是"), "是的"),
                  closed("是您本人吗？", Expecting.YES_NO, List.of("是的", "不是"), "不是"),
                  closed(
                      "您能还多少？",
                      Expecting.SUM,
                      List.of("两百块", "三千块", "五百块"),
                      "三千块"),
                  closed(
                      "您哪天能还？",
                      Expecting.DATE,
                      List.of("下个星期五", "明天下午", "月底"),
                      "下个星期五"),
                  closed(
                      "怎么了？",
                      Expecting.CHOICE,
                      List.of("我没有钱", "我已经还了", "我现在没有时间"),
                      "我现在没有时间")));
    };
  }

  private static Asked open(String question, Expecting kind, String answer) {
    return new Asked(question, new Expected(kind, List.of()), answer);
  }

  private static Asked closed(
      String question, Expecting kind, List<String> phrases, String answer) {
    return new Asked(question, new Expected(kind, phrases), answer);
  }
}
