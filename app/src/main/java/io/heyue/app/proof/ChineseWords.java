package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The page in Chinese. */
record ChineseWords() implements PageWords {
  @Override
  public String title() {
    return "触达证据";
  }

  @Override
  public String about() {
    return "本页说明一次触达（或一段会话、一个案件）做了什么、法律怎么说、说了哪些话、结果如何，以及如何自行验证。编号：";
  }

  @Override
  public String otherLanguage() {
    return "<p class=\"lang\"><a href=\"index.en.html\" lang=\"en\">English</a></p>";
  }

  @Override
  public String summary() {
    return "概要";
  }

  @Override
  public String turn(int number) {
    return "会话的第 " + number + " 轮";
  }

  @Override
  public String outcome() {
    return "结果：";
  }

  @Override
  public String notMade() {
    return "没有联系";
  }

  @Override
  public String ended() {
    return "会话结束：";
  }

  @Override
  public String from() {
    return "时间：";
  }

  @Override
  public String to() {
    return " 至 ";
  }

  @Override
  public String clock() {
    return "页面上的时间按当事人所在地的时钟显示：";
  }

  @Override
  public String clockUnknown() {
    return "未显示当事人的时区，页面上的时间为世界协调时（UTC）。";
  }

  @Override
  public String someWithheld() {
    return "按查看者的权限，部分内容未提供，并已逐处标明。未提供的内容仍受证明约束：日后可以逐项补充提供并验证，不能事后更改。";
  }

  @Override
  public String withheld() {
    return "未提供";
  }

  @Override
  public String story() {
    return "经过";
  }

  @Override
  public String done(String kind, Content content) {
    String channel =
        Labels.value(content.shown().path("facts").path("channel").asString(""), Lang.ZH);
    String by = channel.isEmpty() ? "" : "以" + channel;
    return switch (kind) {
      case "contact" -> "系统准备" + by + "联系当事人，事先核对了法律，得到许可后才准予发送。";
      case "refusal" -> "系统曾考虑" + by + "联系当事人，法律不许可，因此没有联系。";
      case "turn" -> "当事人一方有动静后，系统准备了答复，并在说出之前逐句核对。";
      case "delivery" -> "获准的消息交付通道商后的结果。";
      case "stop" -> "当事人（或工作人员代为登记）要求停止联系，自此不再主动联系。";
      case "human" -> "工作人员在会话中的操作；其措辞同样经过核对。";
      case "recording" -> recording(content.shown());
      default -> content.text("what");
    };
  }

  private static String recording(JsonNode recorded) {
    return "通话已录音，时长 %d 秒；双方所说的内容在录音里，录音不随本证据包提供。%s"
        .formatted(
            Recordings.seconds(recorded),
            recorded.path("complete").asBoolean(true) ? "" : "录音因系统中断而提前结束。");
  }

  @Override
  public String heard() {
    return "当事人说";
  }

  @Override
  public String chose() {
    return "系统选择的做法：";
  }

  @Override
  public String said() {
    return "我方说";
  }

  @Override
  public String event(String type) {
    return switch (type) {
      case "Answered" -> "当事人打开了会话。";
      case "SilencePassed" -> "当事人一段时间没有回应。";
      case "HungUp" -> "当事人离开了会话。";
      case "PaymentArrived" -> "一笔还款到账。";
      case "MachineTook" -> "接听的是机器，没有再说任何话。";
      case "DeliveryFailed" -> "一条消息未能送达。";
      default -> "发生了：" + type;
    };
  }

  @Override
  public String asked(String kind, Content content, int rules) {
    return switch (content.verdict()) {
      case "permitted" -> "问法律：可以吗？核对了 " + rules + " 条规则，没有一条禁止。";
      case "refused", "not_permitted" -> "问法律：可以吗？以下 " + rules + " 条规则不许可。";
      case "forbidden" -> "问法律：这样说可以吗？违反以下规则，没有说出。";
      case "amended" -> "问法律：这样说可以吗？依以下规则删去了部分语句。";
      default -> "核对的规则：";
    };
  }

  @Override
  public String answer(Content content) {
    return content.verdict().equals("refused") ? "不许可" : "不禁止";
  }

  @Override
  public List<String> columns() {
    return List.of("规则", "出处", "内容", "回答");
  }

  @Override
  public String ours(RuleId rule) {
    return rule.id().startsWith("XX-") ? "本系统自己的规则：无法证明合法，就不做" : "规则原文不在本证据包中";
  }

  @Override
  public String lawfulFrom(String moment) {
    return "依法最早可以联系的时间：" + moment;
  }

  @Override
  public String missing() {
    return "因不掌握以下事实而不许可：";
  }

  @Override
  public String known() {
    return "当时掌握的情况";
  }

  @Override
  public String facts() {
    return "关于当事人的情况";
  }

  @Override
  public String rules() {
    return "附：会话中核对的规则";
  }

  @Override
  public String record() {
    return "存证账 ";
  }

  @Override
  public String stood(String moment) {
    return " · 最迟在 " + moment + " 已入账并签名";
  }

  @Override
  public String uncommitted() {
    return "这条记录写入时系统尚未对明文作承诺：能证明记录存在且未变，不能证明这里的明文就是当时的明文。";
  }

  @Override
  public String howTo() {
    return "如何验证";
  }

  @Override
  public String steps() {
    return """
    <ol><li>向出借机构以另外的途径（官网、函件）取得存证账的公钥文件，核对下方的指纹。</li>
    <li>在任何一台装有 Heyue 的电脑上运行下面的命令；无需联网，也无需访问出借机构的系统。</li></ol>
    <pre>./heyue ledger verify BUNDLE.zip --key PUBLIC.pem</pre>
    <p>命令会说明证明了什么、没有证明什么；任何一个字节被改动，都会指出是哪个文件。本页由证据包中的记录生成，验证时会重新生成并比对。</p>
    """;
  }

  @Override
  public String keys() {
    return "公钥指纹（SHA-256 前 16 位）";
  }

  @Override
  public String keySince(int number, String moment) {
    return " 第 " + number + " 把，自 UTC " + moment + " 起使用";
  }

  @Override
  public String limits() {
    return "没有证明的事";
  }

  @Override
  public String notProven() {
    return """
    <ul><li>没有证明此外再无其他触达：本证据包说明其中的记录是真的，不说明没有别的记录。</li>
    <li>没有证明通道商所报告的送达就是当事人真的读到。</li>
    <li>时间由出借机构的机器给出；只有附带时间戳机构的令牌时，才有第三方证明。</li></ul>
    """;
  }

  @Override
  public String colon() {
    return "：";
  }

  @Override
  public String comma() {
    return "，";
  }

  @Override
  public String semicolon() {
    return "；";
  }
}
