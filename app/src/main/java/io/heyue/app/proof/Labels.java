package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import java.util.Map;

/** Words of a record as people say them. What has no row is shown as it stands in the record. */
public final class Labels {
  private record Words(String zh, String en) {
    String in(Lang lang) {
      return lang == Lang.ZH ? zh : en;
    }
  }

  private static final Map<String, Words> NAMES =
      Map.ofEntries(
          row("agreedHours", "当事人约定了这个时间", "the person agreed to this hour"),
          row("assigned", "债权已转让", "debt was assigned"),
          row("assignmentNotice", "转让通知日期", "notified of the assignment"),
          row("at", "时间", "when"),
          row("campaign", "作业批次", "campaign"),
          row("channel", "渠道", "channel"),
          row("choice", "系统的选择", "what was chosen"),
          row("amount", "金额", "sum"),
          row("decided", "人工决定可以联系的标记", "said of the person, and decided on by a person"),
          row("disposition", "结果", "outcome"),
          row("due", "日期", "day"),
          row("question", "所问", "question"),
          row("terms", "条款", "terms"),
          row("topic", "内容", "about"),
          row("consent", "对该渠道的同意", "consent to this channel"),
          row("effective", "有效触达", "reached the person"),
          row("factsHash", "依据的哈希", "hash of what was known"),
          row("flags", "当事人的标记", "said of the person"),
          row("from", "不早于", "not before"),
          row("to", "不晚于", "not after"),
          row("letter", "消息（编号）", "message (by id)"),
          row("history", "此前的触达", "contacts before"),
          row("holds", "暂停催收的事由", "holds that stood"),
          row("kind", "类别", "kind"),
          row("lenderPlace", "出借机构所在地", "seat of the lender"),
          row("licence", "机构类型", "licence"),
          row("number", "联系方式（编号）", "contact point (by id)"),
          row("own", "本人的触达", "of this person"),
          row("person", "当事人（编号）", "person (by id)"),
          row("personPlace", "当事人所在地", "place of the person"),
          row("phrase", "话术编号", "wording"),
          row("policy", "选择方式", "chosen by"),
          row("product", "产品", "product"),
          row("propensity", "选择概率", "probability of the choice"),
          row("purpose", "目的", "purpose"),
          row("reached", "当事人已打开", "opened by the person"),
          row("reason", "说明", "reason"),
          row("reasons", "理由", "reasons"),
          row("reworded", "换过说法的话术", "said in other words"),
          row("relation", "与债务的关系", "relation to the debt"),
          row("source", "号码来源", "where the number came from"),
          row("team", "团队", "team"),
          row("treatment", "触达安排", "how it was chosen"),
          row("zone", "当事人时区", "time zone of the person"),
          row("timeZone", "当事人时区", "time zone of the person"));

  private static final Map<String, Words> VALUES =
      Map.ofEntries(
          row("true", "是", "yes"),
          row("false", "否", "no"),
          row("CALL", "电话", "telephone"),
          row("SMS", "短信", "text message"),
          row("EMAIL", "电子邮件", "e-mail"),
          row("PUSH", "应用推送", "push message"),
          row("CHAT", "网页会话", "web chat"),
          row("LETTER", "信函", "letter"),
          row("VISIT", "上门", "visit"),
          row("OUTREACH", "主动触达", "outreach"),
          row("REPLY", "答复", "reply"),
          row("CONFIRMATION", "书面确认", "confirmation in writing"),
          row("LOCATE", "查找联系方式", "to find the person"),
          row("SELF", "本人", "the debtor"),
          row("GUARANTOR", "担保人", "guarantor"),
          row("SPOUSE", "配偶", "spouse"),
          row("PARENT", "父母", "parent"),
          row("CHILD", "子女", "child"),
          row("SIBLING", "兄弟姐妹", "sibling"),
          row("FRIEND", "朋友", "friend"),
          row("COLLEAGUE", "同事", "colleague"),
          row("EMERGENCY_CONTACT", "紧急联系人", "emergency contact"),
          row("OTHER", "其他", "somebody else"),
          row("BANK", "银行", "bank"),
          row("CONSUMER_FINANCE", "消费金融公司", "consumer finance company"),
          row("MICRO_LOAN", "小额贷款公司", "micro-lender"),
          row("AGENCY", "催收机构", "agency"),
          row("ASSIGNEE", "债权受让人", "assignee"),
          row("CONTRACT", "合同", "the contract"),
          row("RESERVED_CONTACT", "预留联系人", "a reserved contact"),
          row("DEBTOR_AUTHORISATION", "债务人授权", "the debtor's authorisation"),
          row("PUBLIC_CHANNEL", "合法公开渠道", "a lawful public channel"),
          row("TOLD_BY_CONTACT", "联系人告知", "told by a contact"),
          row("BUREAU_AUTHORISED", "授权征信查询", "a bureau, with authorisation"),
          row("SENT", "通道商已接收", "taken by the carrier"),
          row("DELIVERED", "已送达", "delivered"),
          row("UNDELIVERED", "未能送达", "could not be delivered"),
          row("UNKNOWN", "结果未知", "not known"),
          row("FAILED", "通道商未接收", "not taken by the carrier"),
          row("EXPIRED", "许可到期，未发送", "the permit ended before it was sent"),
          row("RECALLED", "发送前撤回", "recalled before it was sent"),
          row("CHANGED", "内容与当初写入的不符，未发送", "was not what we wrote; not sent"),
          row("DISPUTE", "争议", "dispute"),
          row("HARDSHIP", "困难", "hardship"),
          row("COMPLAINT", "投诉", "complaint"),
          row("STOP", "要求停止联系", "asked for no more contact"),
          row("DECEASED", "去世", "a death"),
          row("LEGAL_REPRESENTATION", "律师代理", "a lawyer acts for them"),
          row("BREATHING_SPACE", "法定喘息期", "breathing space"),
          row("BANKRUPTCY", "破产", "bankruptcy"),
          row("PENDING_PAYMENT", "待查付款", "a payment that is looked up"),
          row("DISTRESS", "情绪危机", "distress"),
          row("PAID", "已还款", "a payment"),
          row("AI_VOICE", "人工智能语音", "an artificial voice"),
          row("AGREED_HOURS", "约定时间", "this time"),
          row("PROMISE", "承诺还款", "a promise to pay"),
          row("PARTIAL_PROMISE", "承诺部分还款", "a promise to pay a part"),
          row("PLAN", "分期方案", "an instalment plan"),
          row("EXTENSION", "延期", "more time"),
          row("ALREADY_PAID", "称已还款", "said to be paid already"),
          row("WRONG_PERSON", "不是本人", "the wrong person"),
          row("HANDOVER", "转人工", "a hand-over to a person"),
          row("CALLBACK", "约定稍后联系", "another time agreed"),
          row("STOP_CONTACT", "要求停止联系", "a wish for no more contact"),
          row("REFUSED", "拒绝", "a refusal"),
          row("NO_AGREEMENT", "未达成约定", "no agreement"),
          row("NOT_REACHED", "未联系上", "nobody reached"),
          row("Full", "一次付清", "in full"),
          row("Identify", "核实身份", "find out who it is"),
          row("Ask", "询问", "ask"),
          row("Inform", "告知", "inform"),
          row("Acknowledge", "回应", "acknowledge"),
          row("Offer", "提出方案", "offer"),
          row("ReadBack", "复述确认", "read back"),
          row("Confirm", "确认约定", "confirm"),
          row("HandOver", "转人工", "hand over to a person"),
          row("Repeat", "重复", "say it again"),
          row("Clarify", "请对方说明", "ask what was meant"),
          row("Wait", "等待", "wait"),
          row("Close", "结束", "close"),
          row("[]", "无", "none"),
          row("{}", "无", "none"));

  private static final Map<String, Words> VERDICTS =
      Map.ofEntries(
          row("permitted", "许可", "permitted"),
          row("amended", "删改后许可", "permitted after a sentence was taken out"),
          row("forbidden", "禁止", "forbidden"),
          row("refused", "拒绝", "refused"),
          row("not_permitted", "不许可答复", "no answer permitted"),
          row("silent", "未发言", "nothing was said"));

  private static final Map<String, Words> KINDS =
      Map.ofEntries(
          row("turn", "会话的一轮", "A turn of the conversation"),
          row("contact", "一次触达", "A contact"),
          row("refusal", "一次未获许可的触达", "A contact that was refused"),
          row("delivery", "一封消息的去向", "What became of a message"),
          row("recording", "通话录音", "The recording of the call"),
          row("stop", "要求停止联系", "A wish for no more contact"),
          row("human", "工作人员的操作", "What a member of staff did"),
          row("outside", "机构外联系的报告", "A contact that others reported"),
          row("policy", "机构政策的变更", "A change of the lender's policy"),
          row("job", "系统的定时工作", "Work by the clock"),
          row("campaign", "作业批次的操作", "Something done to a campaign"),
          row("access", "访问权限的操作", "Something done to access"),
          row("import", "数据导入", "An import"));

  private static final Map<String, Words> COUNTS =
      Map.ofEntries(
          row("turn", "会话轮次", "Turns of the conversation"),
          row("contact", "获准的触达", "Contacts that were permitted"),
          row("refusal", "未获许可、没有进行的触达", "Contacts that were refused and not made"),
          row("delivery", "有去向记录的消息", "Messages of which it is known what became"),
          row("human", "工作人员的操作", "Acts of members of staff"));

  private Labels() {}

  private static Map.Entry<String, Words> row(String word, String zh, String en) {
    return Map.entry(word, new Words(zh, en));
  }

  private static String find(Map<String, Words> rows, String word, Lang lang) {
    Words found = rows.get(word);
    return found == null ? word : found.in(lang);
  }

  static String name(String name, Lang lang) {
    return find(NAMES, name, lang);
  }

  /** A value, by the name of its constant. */
  public static String value(String value, Lang lang) {
    return find(VALUES, value, lang);
  }

  static String verdict(String verdict, Lang lang) {
    return find(VERDICTS, verdict, lang);
  }

  static String kind(String kind, Lang lang) {
    return find(KINDS, kind, lang);
  }

  /** What is counted, where several are. */
  static String count(String kind, Lang lang) {
    return COUNTS.containsKey(kind) ? find(COUNTS, kind, lang) : kind(kind, lang);
  }
}
