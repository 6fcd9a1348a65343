package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import java.util.Set;

/** Judges whether a Chinese number without a unit of money is a sum all the same. */
final class PlainSum {
  /** What is counted, when it follows a number, so that the number is no sum. */
  private static final String COUNTED =
      "人次个台件米吨天年月日号岁度期家条名位页字股倍户张斤小时秒种辆步通趟遍项公级楼层栋室路平间口班分点周星礼把只头颗部套份集%‰折成线多";

  /** Words that begin like something counted and are not. */
  private static final String[] OTHERS = {
    "分", "把", "只", "日后", "周转", "个月供", "月底", "月初", "月末", "月中", "年底", "年前", "年后", "年初", "周一", "周二",
    "周三", "周四", "周五", "周六", "周日", "周末", "星期", "家里", "分期", "成不", "成吗", "成么", "成吧", "成啊", "成嘛", "礼拜一",
    "礼拜二", "礼拜三", "礼拜四", "礼拜五", "礼拜六", "礼拜天", "礼拜日", "天天", "月月", "年年", "线上", "线下", "条件", "路费", "路上",
    "公司", "公积金", "通过", "通知", "通融", "套现", "套路", "家人", "人家", "人工", "人情", "次日", "平时", "平台", "部分", "张罗",
    "日常", "班费", "步行", "头一", "头天", "名下"
  };

  private static final String VERBS = "还付给交转存扣凑打借欠缴拿掏汇充差补收赚出抵投俾畀拨";

  /** Verbs of owing and of a sum that changes, for a number of three digits and more. */
  private static final String CHANGES = "变涨降减免升剩退罚花贷供挣";

  /** What such a verb looks like behind the number: 从4500减到4000. */
  private static final String[] CHANGING = {
    "变", "涨到", "涨成", "降到", "降成", "减到", "减成", "改成", "怎么变", "怎么成"
  };

  private static final String[] NOUNS = {
    "金额", "欠款", "账单", "月供", "余额", "工资", "收入", "本金", "利息", "额度", "本息", "滞纳金", "月薪", "说好", "讲好", "谈好",
    "答应", "约定", "写的", "写着", "算成", "改成", "成了", "每次", "每期", "每月", "每笔", "每个月", "每周", "每天", "每人", "一共",
    "总共", "合计", "总计", "只有", "就有", "手里有", "手上有", "卡里有", "还有", "违约金", "罚息", "手续费", "服务费", "管理费", "房租",
    "租金", "保费", "押金", "首付", "学费", "应还", "低保", "话费", "电费", "水费", "一个月", "一期", "要我", "多算", "少算", "先来"
  };

  /** Words in whose reach a number names something and pays nothing. */
  private static final String[] NAMES = {
    "尾号", "卡号", "工号", "号码", "验证码", "编号", "单号", "密码", "房号", "门牌", "坐席", "客服", "热线", "车牌", "分机"
  };

  /** The short numbers of police, regulators and operators, which people threaten to call. */
  private static final Set<String> HOTLINES =
      Set.of(
          "12315", "12321", "12337", "12345", "12348", "12355", "12363", "12368", "12377", "12378",
          "12381", "12386", "12388", "12389", "96110", "10010", "10086", "10099", "95588", "95599",
          "95533", "95566", "95555", "95511", "95559", "95595", "95558", "95528", "95561", "95508",
          "95568", "95577", "95580", "95017", "95188");

  private static final Set<String> EMERGENCIES = Set.of("110", "119", "120", "122");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int REACH = 6;

  private PlainSum() {}

  /** How surely the number {@code start..cursor} is a sum, 0 if it is none. */
  static double confidence(Scene scene, int start, Cursor cursor, Count count) {
    if (isCounted(scene, start, cursor) || count.low().signum() == 0) {
      return 0;
    }
    if (isHotline(scene, start, cursor)) {
      return 0;
    }
    boolean paying = followsPaying(scene, start, cursor, count);
    return switch (count.form()) {
      case UNITS -> {
        boolean large = count.high().compareTo(HUNDRED) >= 0;
        yield large ? 0.9 : paying && count.within(10, 99) ? 0.75 : 0;
      }
      case WESTERN -> {
        boolean fits =
            count.low().precision() - count.low().scale() <= 8 && count.low().scale() <= 2;
        boolean answer = count.low().compareTo(HUNDRED) >= 0 && scene.isAlone(start, cursor.at());
        boolean large = count.low().compareTo(BigDecimal.TEN) >= 0;
        yield !fits || !large ? 0 : paying ? 0.85 : answer ? 0.6 : 0;
      }
      case ROW, DIGIT -> 0;
    };
  }

  private static boolean isCounted(Scene scene, int start, Cursor cursor) {
    char previous = scene.before(start, 1);
    if (previous == '第'
        || previous == '.'
        || previous == '/'
        || previous == '-'
        || previous == ':'
        || Cursor.isWordPart(previous)) {
      return true;
    }
    boolean ordinal =
        scene.follows(start, "号码") || scene.follows(start, "编号") || scene.follows(start, "尾号");
    boolean word = Cursor.isWordPart(cursor.here()) || cursor.seesAny("/", ":", "-");
    int end = cursor.at();
    cursor.space();
    boolean counted = cursor.seesOneOf(COUNTED) && !cursor.seesAny(OTHERS);
    cursor.back(end);
    return ordinal || word || counted || scene.follows(start, "百分之") || scene.follows(start, "分之");
  }

  private static boolean isHotline(Scene scene, int start, Cursor cursor) {
    String digits = scene.text().substring(start, cursor.at());
    char before = scene.before(start, 1);
    boolean called = before != 0 && "打拨报叫找".indexOf(before) >= 0 && !cursor.seesOneOf("给过到进");
    boolean complained = cursor.seesAny("投诉", "举报", "反映", "热线", "那边", "电话");
    return (EMERGENCIES.contains(digits) && called)
        || (HOTLINES.contains(digits) && (called || complained));
  }

  private static boolean followsPaying(Scene scene, int start, Cursor cursor, Count count) {
    String before = scene.text().substring(Math.max(0, start - REACH), start);
    for (String name : NAMES) {
      if (before.contains(name)) {
        return false;
      }
    }
    boolean large = count.low().compareTo(HUNDRED) >= 0;
    if (large && cursor.seesAny(CHANGING)) {
      return true;
    }
    for (int i = 1; i <= REACH && start - i >= 0; i++) {
      char c = scene.before(start, i);
      if (c == ',' || c == '.' || c == '?' || c == '!' || c == ';') {
        return false;
      }
      if (VERBS.indexOf(c) >= 0) {
        return !(c == '还' && "有是没在".indexOf(scene.text().charAt(start - i + 1)) >= 0);
      }
      if ((large || count.form() == Count.Form.UNITS) && CHANGES.indexOf(c) >= 0) {
        return true;
      }
    }
    for (String noun : NOUNS) {
      if (before.contains(noun)) {
        return true;
      }
    }
    return false;
  }
}
