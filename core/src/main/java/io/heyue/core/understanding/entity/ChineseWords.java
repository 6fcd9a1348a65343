package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Chinese words that are a value by themselves: people, channels, payment events, shares of a debt.
 */
final class ChineseWords implements Recogniser {
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
          .add(share(Value.ShareOf.OVERDUE, "0.5"), "一大半", "大半", "一多半")
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
              "全部还清",
              "全部结清",
              "全部付清",
              "全额还清",
              "全额结清",
              "全额付清",
              "一次性全部还清",
              "一次性全额还清",
              "一次性付清",
              "一次结清",
              "一次付清",
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

  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    Mention person = ChineseRelations.read(start, scene);
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

  /** 最低都 and 本金多少 ask for a share; 话说到一半 is half of something else. */
  private static boolean isOther(Scene scene, int start, Cursor cursor, Value.Share share) {
    if (share.of() == Value.ShareOf.MINIMUM) {
      return cursor.sees("都");
    }
    boolean half = share.of() == Value.ShareOf.OVERDUE && share.fraction().compareTo(HALF) == 0;
    return half ? isHalfDone(scene, start) : isUnpaidPrincipal(scene, start, share);
  }

  private static boolean isUnpaidPrincipal(Scene scene, int start, Value.Share share) {
    boolean paying = false;
    for (int i = 1; i <= 4; i++) {
      paying |= "还付给交".indexOf(scene.before(start, i)) >= 0 && scene.before(start, i) != 0;
    }
    return share.of() == Value.ShareOf.PRINCIPAL && !paying;
  }

  /** 说到一半, 干了一半, 电话打到一半: what is done by halves is not paid. */
  private static boolean isHalfDone(Scene scene, int start) {
    boolean reached = scene.before(start, 1) == '到' || scene.before(start, 1) == '了';
    char verb = scene.before(start, reached ? 2 : 1);
    boolean doing = verb != 0 && "说讲听看做干走写睡修盖装念聊谈学吃跑忙办建读唱谝摆".indexOf(verb) >= 0;
    boolean calling = verb == '打' && (scene.follows(start, "打到") || scene.follows(start, "话打了"));
    return doing || calling;
  }

  private static Value.Share share(Value.ShareOf of, String fraction) {
    return new Value.Share(of, new BigDecimal(fraction));
  }
}
