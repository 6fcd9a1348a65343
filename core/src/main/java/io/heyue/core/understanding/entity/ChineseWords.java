package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Chinese words that are a value by themselves: people, channels, payment events, shares. */
final class ChineseWords implements Recogniser {
  private static final WordList<String> RELATIONS =
      new WordList.Builder<String>()
          .add(
              "spouse", "老公", "老婆", "丈夫", "妻子", "爱人", "媳妇儿", "媳妇", "先生", "太太", "配偶", "对象", "老伴儿",
              "老伴", "我家那口子", "前夫", "前妻")
          .add(
              "parent", "爸爸", "妈妈", "爸妈", "父母", "父亲", "母亲", "老爸", "老妈", "爹", "爸", "妈", "老爹", "老娘",
              "岳父", "岳母", "公公", "婆婆", "老丈人", "丈母娘", "家长")
          .add("child", "儿子", "女儿", "闺女", "孩子", "小孩", "娃", "儿女", "女婿", "儿媳妇")
          .add(
              "sibling", "哥哥", "弟弟", "姐姐", "妹妹", "大哥", "大姐", "老弟", "老妹", "兄弟姐妹", "亲哥", "亲弟", "亲姐",
              "亲妹", "小舅子", "大舅子", "小姨子", "姐夫", "妹夫", "嫂子", "弟媳")
          .add("grandparent", "爷爷", "奶奶", "姥姥", "姥爷", "外公", "外婆")
          .add(
              "relative",
              "亲戚",
              "叔叔",
              "阿姨",
              "舅舅",
              "姑姑",
              "姑妈",
              "姨妈",
              "大伯",
              "伯父",
              "婶婶",
              "表哥",
              "表弟",
              "表姐",
              "表妹",
              "堂哥",
              "堂弟",
              "堂姐",
              "堂妹",
              "侄子",
              "外甥",
              "家里人",
              "家人",
              "亲属")
          .add("partner", "女朋友", "男朋友", "未婚妻", "未婚夫")
          .add("friend", "朋友", "好友", "哥们儿", "哥们", "闺蜜", "发小", "兄弟")
          .add("colleague", "同事", "工友", "单位同事")
          .add("employer", "老板", "领导", "单位领导", "雇主")
          .add("guarantor", "担保人", "保证人", "担保方")
          .add("co_borrower", "共同借款人", "共借人")
          .add("emergency_contact", "紧急联系人")
          .add("neighbour", "邻居", "邻里")
          .add("classmate", "同学", "室友", "舍友")
          .add("landlord", "房东")
          .add("tenant", "租客", "租户")
          .build();

  /** One character that is a relation only behind 我, 他, 她: 我哥, 我姐, 我弟. */
  private static final WordList<String> SHORT_RELATIONS =
      new WordList.Builder<String>()
          .add("parent", "爸", "妈", "爹", "娘")
          .add("sibling", "哥", "姐", "弟", "妹")
          .add("relative", "叔", "姨", "舅", "姑", "伯", "婶")
          .add("grandparent", "爷", "奶")
          .add("child", "儿")
          .build();

  private static final WordList<String> CHANNELS =
      new WordList.Builder<String>()
          .add("sms", "短信", "手机短信", "信息通知", "彩信", "发信息", "发个信息")
          .add("chat", "微信", "qq", "公众号", "小程序", "在线客服", "企业微信")
          .add("phone", "电话", "打电话", "座机")
          .add("email", "邮件", "电子邮件", "邮箱", "e-mail", "email")
          .add("app", "app", "手机银行", "客户端", "网银", "手机app")
          .add("letter", "信函", "挂号信", "快递")
          .build();

  private static final WordList<String> EVENTS =
      new WordList.Builder<String>()
          .add(
              "salary", "发工资", "发了工资", "开工资", "领工资", "工资到账", "工资下来", "工资发", "拿工资", "发薪水", "发薪",
              "发薪日", "工资日", "开支", "关饷", "出粮", "发饷", "拿到工资", "结工资")
          .add("bonus", "年终奖", "奖金", "季度奖", "绩效奖", "双薪", "发奖金", "提成")
          .add("project_payment", "工程款", "工程尾款", "项目款", "结工程款")
          .add("receivable", "货款", "结账", "结款", "回款", "尾款到账", "收回账款", "别人还我钱", "收账", "结尾款")
          .add("harvest", "卖粮", "卖粮食", "卖了粮食", "卖了粮", "秋收", "收庄稼", "卖庄稼", "收粮", "卖猪", "卖果子")
          .add("pension", "养老金", "退休金", "退休工资")
          .add("allowance", "低保", "补贴下来", "补助下来", "助学金", "生活费到")
          .add("tax_refund", "退税")
          .add("provident_fund", "公积金")
          .add("sale", "卖房", "卖了房", "卖车", "房子卖", "车子卖", "车卖了")
          .add("reimbursement", "报销下来", "报销款", "报销")
          .add("dividend", "分红", "理财到期", "定期到期", "存款到期")
          .add("compensation", "拆迁款", "赔偿款", "理赔款", "征地款")
          .build();

  private static final WordList<Value.Share> SHARES =
      new WordList.Builder<Value.Share>()
          .add(share(Value.ShareOf.OVERDUE, "0.5"), "一半儿", "一半", "半数", "对半")
          .add(share(Value.ShareOf.OVERDUE, "0.5"), "一大半", "大半")
          .add(
              share(Value.ShareOf.REST, "1"),
              "剩下的",
              "剩余的",
              "余下的",
              "其余的",
              "剩的",
              "剩余部分",
              "剩下部分",
              "剩下那些",
              "剩余金额",
              "尾款",
              "尾数",
              "剩下")
          .add(
              share(Value.ShareOf.MINIMUM, "1"),
              "最低还款额",
              "最低还款",
              "最低限额",
              "最低额度",
              "最低额",
              "最低应还",
              "最低的",
              "最低")
          .add(
              share(Value.ShareOf.OVERDUE, "1"),
              "全部",
              "全额",
              "全款",
              "所有的钱",
              "全部的钱",
              "所有欠款",
              "全部欠款",
              "一次性还清",
              "一次性结清",
              "一次还清",
              "一次性",
              "还清",
              "结清",
              "付清")
          .add(share(Value.ShareOf.PRINCIPAL, "1"), "本金")
          .build();

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    Mention person = relation(start, cursor);
    if (person != null) {
      return person;
    }
    String channel = CHANNELS.take(cursor);
    if (channel != null) {
      return Mention.sure(EntityType.CHANNEL, start, cursor.at(), new Value.ChannelName(channel));
    }
    String event = EVENTS.take(cursor);
    if (event != null) {
      cursor.takeAny("那一天", "那天", "的时候", "当天", "的那天", "之后", "以后", "了", "后");
      return Mention.sure(
          EntityType.PAYMENT_EVENT, start, cursor.at(), new Value.PaymentEvent(event));
    }
    Value.Share share = SHARES.take(cursor);
    if (share == null || isOther(scene, start, cursor, share)) {
      return null;
    }
    return Mention.sure(EntityType.MONEY, start, cursor.at(), share);
  }

  private static @Nullable Mention relation(int start, Cursor cursor) {
    boolean own = cursor.takeAny("我们家", "我们", "我家", "他们家", "我", "他", "她", "俺", "咱", "你");
    if (own) {
      cursor.take("的");
    }
    String id = RELATIONS.take(cursor);
    if (id == null && own) {
      id = SHORT_RELATIONS.take(cursor);
    }
    boolean address = !own && cursor.text().startsWith("先生", start) && start > 0;
    boolean title = !own && cursor.at() - start == 1;
    if (id == null || address || title) {
      cursor.back(start);
      return null;
    }
    return Mention.sure(EntityType.RELATION, start, cursor.at(), new Value.Relation(id));
  }

  /** 最低多少 asks for a share, 本金多少 too; 过半 is no half. */
  private static boolean isOther(Scene scene, int start, Cursor cursor, Value.Share share) {
    boolean principal = share.of() == Value.ShareOf.PRINCIPAL;
    boolean paying = false;
    for (int i = 1; i <= 4; i++) {
      paying |= "还付给交".indexOf(scene.before(start, i)) >= 0 && scene.before(start, i) != 0;
    }
    return (principal && !paying) || (cursor.sees("都") && share.of() == Value.ShareOf.MINIMUM);
  }

  private static Value.Share share(Value.ShareOf of, String fraction) {
    return new Value.Share(of, new BigDecimal(fraction));
  }
}
