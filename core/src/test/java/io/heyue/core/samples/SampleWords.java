package io.heyue.core.samples;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.PhraseBook.Phrase;
import io.heyue.core.reply.Template;
import io.heyue.core.reply.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lawful wording for every move of the sample flow, in both languages. */
public final class SampleWords {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry(
              "open",
              "您好，我是{lender}委托的{speaker}，[artificial|由人工智能生成]。请问您是{name}本人吗？"
                  + "[right:person|如需人工服务请回复“转人工”]。"),
          Map.entry("ask_identity", "请问您是{name}本人吗？"),
          Map.entry("ask_verification", "请回复您证件的最后四位。"),
          Map.entry("ask_when", "请问您方便在哪一天还呢？"),
          Map.entry("ask_which_day", "请问是其中的哪一天呢？"),
          Map.entry("ask_pay_day", "请问您每个月几号发工资呢？"),
          Map.entry("ask_ability", "请问您每个月能拿出多少？"),
          Map.entry("ask_correction", "那您看还多少、哪一天还合适？"),
          Map.entry("ask_paid_when", "请问您是哪一天还的？"),
          Map.entry("ask_callback", "请问什么时候联系您方便？"),
          Map.entry("ask_anything_else", "请问还有什么可以帮您的吗？"),
          Map.entry("ack_noted", "您说的我记下了。"),
          Map.entry("ack_wrong_answer", "这个和预留的信息不一致。"),
          Map.entry("ack_hardship", "我理解您的难处。"),
          Map.entry("ack_silence", "您还在吗？"),
          Map.entry("clarify", "不好意思，我没太明白您的意思。"),
          Map.entry(
              "tell_account",
              "您在{lender}的{product}（尾号{tail}）有{overdue}应在{due_date}归还，目前已逾期{days}天。"
                  + "请问您哪一天方便还呢？"),
          Map.entry("tell_account_brief", "您的{product}逾期金额{overdue}。"),
          Map.entry("tell_amount", "逾期金额是{overdue}[known:balance|，全部余额是{balance}|，全部余额我没有]。"),
          Map.entry("tell_robot", "[artificial|我是人工智能助手]。"),
          Map.entry("tell_minimum", "[known:minimum|最低还{minimum}就可以结束逾期|最低还款额我没有]。"),
          Map.entry("tell_interest", "年利率是{contract_rate}，逾期年利率{overdue_rate}。"),
          Map.entry("tell_consequence", "逾期部分会按合同约定计息。"),
          Map.entry("tell_consequence_credit", "[consequence:credit_reporting|逾期信息会如实报送征信系统]。"),
          Map.entry("tell_payment_received", "刚刚收到您的还款，谢谢您。"),
          Map.entry("tell_threat", "不还就后果自负。"),
          Map.entry("read_back_full", "您在{date}前还清{amount}，对吗？"),
          Map.entry("read_back_partial", "您在{date}先还{amount}，剩下{rest}，对吗？"),
          Map.entry("read_back_extension", "延到{date}，金额{amount}，对吗？"),
          Map.entry("read_back_plan", "分{count}期：{schedule}。对吗？"),
          Map.entry("offer_full", "那您看{date}还{amount}可以吗？"),
          Map.entry("offer_extension", "可以延到{date}还{amount}，您看行吗？"),
          Map.entry("offer_plan", "可以分{count}期，每期{each}，最后一期{last_amount}在{last_date}，您看行吗？"),
          Map.entry("offer_reduction", "{date}前还{amount}，减免{waived}，您看行吗？"),
          Map.entry("confirm_full", "已为您登记：{date}前还{amount}。"),
          Map.entry("confirm_partial", "已为您登记：{date}前还{amount}，剩余{rest}。"),
          Map.entry("confirm_extension", "已为您延到{date}。"),
          Map.entry("confirm_plan", "已为您登记分期：{schedule}。"),
          Map.entry("confirm_reduction", "已为您登记减免。"),
          Map.entry("confirm_callback", "好的，我们{when}再联系您。"),
          Map.entry("notice_agreed", "{lender}：您约定在{date}前还{amount}，核实码{code}。"));

  private static final Map<String, String> ENGLISH =
      Map.of(
          "open",
          "Hello, this is {speaker} for {lender}, [artificial|an AI]. Is this {name}? "
              + "[right:person|Say human to reach a person].",
          "tell_amount",
          "{overdue} is past due by {days} days.",
          "read_back_plan",
          "In {count} parts: {schedule}. Right?",
          "ask_when",
          "When could you pay?",
          "ack_hardship",
          "I understand.");

  private SampleWords() {}

  public static PhraseBook book() {
    Map<String, List<Phrase>> chinese = phrases(CHINESE);
    for (Disposition end : Disposition.values()) {
      chinese.put("close_" + end.id(), phrase("close_" + end.id(), "谢谢您，再见。"));
    }
    for (HandoverReason why : HandoverReason.values()) {
      chinese.put(
          "hand_over_" + why.id(), phrase("hand_over_" + why.id(), "我请同事来帮您，也可以致电{hotline}。"));
    }
    chinese.put(
        "ack_hardship",
        List.of(
            new Phrase("ack_hardship", Tone.PLAIN, Optional.empty(), Template.parse("我理解您的难处。")),
            new Phrase("ack_hardship", Tone.SOFT, Optional.empty(), Template.parse("您别着急，慢慢商量。")),
            new Phrase(
                "ack_hardship", Tone.PLAIN, Optional.of(Channel.SMS), Template.parse("我理解。"))));
    return new PhraseBook("sample words 1", Map.of(Lang.ZH, chinese, Lang.EN, phrases(ENGLISH)));
  }

  /** The same book with another wording of one Chinese phrase. */
  public static PhraseBook bookWith(String id, String text) {
    PhraseBook book = book();
    Map<Lang, Map<String, List<Phrase>>> changed = new HashMap<>(book.phrases());
    Map<String, List<Phrase>> chinese = new HashMap<>(changed.getOrDefault(Lang.ZH, Map.of()));
    chinese.put(id, phrase(id, text));
    changed.put(Lang.ZH, chinese);
    return new PhraseBook(book.version(), changed);
  }

  public static Writer.Setting setting(Dossier dossier, Lang lang) {
    return setting(dossier, lang, Channel.CHAT, Tone.PLAIN);
  }

  public static Writer.Setting setting(Dossier dossier, Lang lang, Channel channel, Tone tone) {
    return new Writer.Setting(
        dossier, lang, channel, tone, "12345678", "https://heyue.example/s/1", Samples.TODAY);
  }

  private static Map<String, List<Phrase>> phrases(Map<String, String> texts) {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    texts.forEach((id, text) -> phrases.put(id, phrase(id, text)));
    return phrases;
  }

  private static List<Phrase> phrase(String id, String text) {
    return List.of(new Phrase(id, Tone.PLAIN, Optional.empty(), Template.parse(text)));
  }
}
