package io.heyue.voice.speech;

import io.heyue.voice.speech.SpokenRules.Rule;
import java.util.List;
import java.util.regex.MatchResult;

/** How Mandarin says what is written in figures. */
final class SpokenChinese {
  private static final String WHOLE = "(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})";
  private static final String PARTS = "(?:\\.(\\d{1,6}))?";
  private static final String NOT_INSIDE = "(?<![\\d.,])";

  static final SpokenRules RULES =
      new SpokenRules(
          List.of(
              Rule.of(
                  "(?<![A-Za-z])[a-z][a-z0-9-]{0,40}(?:\\.[a-z0-9-]{1,40}){1,5}(?:/[\\w-]{0,40}){0,5}",
                  found -> address(found.group())),
              Rule.of("(?<=\\d)\\s?[-–~～]\\s?(?=\\d)", _ -> "至"),
              Rule.of(NOT_INSIDE + "(\\d{4})(?=年)", found -> ChineseFigures.each(found.group(1))),
              Rule.of(
                  NOT_INSIDE + "(\\d{1,2})月(\\d{1,2})(?=[日号])",
                  found -> counted(found, 1) + "月" + counted(found, 2)),
              Rule.of(
                  NOT_INSIDE + "([01]?\\d|2[0-3]):([0-5]\\d)(?!\\d)",
                  found -> hour(found) + "点" + minutes(found.group(2))),
              Rule.of(
                  "(尾号|后四位|末四位|核验码|编号|热线|电话|致电|拨打)([是为：: ]{0,2})(\\d{3,20})",
                  found ->
                      found.group(1)
                          + found.group(2).replaceAll("[：: ]", "")
                          + ChineseFigures.oneByOne(found.group(3))),
              Rule.of(NOT_INSIDE + WHOLE + PARTS + "元", SpokenChinese::yuan),
              Rule.of(NOT_INSIDE + WHOLE + PARTS + "%", found -> "百分之" + decimal(found)),
              Rule.of(NOT_INSIDE + "2(?=个|期|次|天|周|位|笔|种|家|份|小时|分钟|年|点|万|千)", _ -> "两"),
              Rule.of(
                  NOT_INSIDE + "(0\\d{1,19}+|\\d{5,20}+)(?![\\d个期次天])(?![.,]\\d)",
                  found -> ChineseFigures.oneByOne(found.group(1))),
              Rule.of(NOT_INSIDE + WHOLE + PARTS, SpokenChinese::decimal),
              Rule.of(
                  "(?<![A-Za-z])[A-Z]{2,4}(?![A-Za-z])",
                  found -> String.join(" ", found.group().split("")))));

  private SpokenChinese() {}

  private static String counted(MatchResult found, int group) {
    return ChineseFigures.cardinal(found.group(group).replace(",", ""));
  }

  /** Two o'clock is 两点, twelve 十二点. */
  private static String hour(MatchResult found) {
    String said = counted(found, 1);
    return said.equals("二") ? "两" : said;
  }

  private static String minutes(String figures) {
    if (figures.equals("00")) {
      return "";
    }
    String said = ChineseFigures.cardinal(figures);
    return (figures.startsWith("0") ? "零" : "") + said + "分";
  }

  private static String decimal(MatchResult found) {
    String parts = found.group(2) == null ? "" : found.group(2);
    return counted(found, 1) + (parts.isEmpty() ? "" : "点" + ChineseFigures.each(parts));
  }

  /** 3,280.50 is 三千两百八十元五角; of fen alone the place of the jiao is said, too. */
  private static String yuan(MatchResult found) {
    String parts = found.group(2) == null ? "" : found.group(2);
    if (parts.length() > 2) {
      return decimal(found) + "元";
    }
    String coins = (parts + "00").substring(0, 2);
    String whole = counted(found, 1);
    StringBuilder said = new StringBuilder();
    if (!whole.equals("零") || coins.equals("00")) {
      said.append(whole.equals("二") ? "两" : whole).append("元");
    }
    if (coins.charAt(0) != '0') {
      said.append(coin(coins.charAt(0))).append("角");
    } else if (coins.charAt(1) != '0' && !said.isEmpty()) {
      said.append("零");
    }
    if (coins.charAt(1) != '0') {
      said.append(coin(coins.charAt(1))).append("分");
    }
    return said.toString();
  }

  private static String coin(char figure) {
    return figure == '2' ? "两" : ChineseFigures.each(String.valueOf(figure));
  }

  private static String address(String written) {
    StringBuilder said = new StringBuilder();
    for (int at = 0; at < written.length(); at++) {
      said.append(
          switch (written.charAt(at)) {
            case '.' -> "点";
            case '/' -> "斜杠";
            case '-' -> "横杠";
            default -> Character.toString(written.charAt(at));
          });
    }
    return said.toString();
  }
}
