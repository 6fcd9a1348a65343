package io.heyue.voice.speech;

import java.math.BigInteger;

/** Figures in Chinese words. */
final class ChineseFigures {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千"};
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};
  private static final int GROUP = 10_000;

  private ChineseFigures() {}

  /** One by one, as a telephone number is said: 一 is 幺, which nobody takes for 七. */
  static String oneByOne(String figures) {
    return each(figures).replace('一', '幺');
  }

  /** One by one, as a year is said. */
  static String each(String figures) {
    StringBuilder said = new StringBuilder();
    figures.chars().forEach(figure -> said.append(DIGITS.charAt(figure - '0')));
    return said.toString();
  }

  /**
   * A number as it is counted: 12 十二, 2,000 两千, 1,002 一千零二, 10,200 一万零两百.
   *
   * @param figures at most sixteen; of more they are said one by one
   */
  static String cardinal(String figures) {
    if (figures.length() > 16) {
      return each(figures);
    }
    long left = new BigInteger(figures).longValueExact();
    if (left == 0) {
      return "零";
    }
    String said = "";
    boolean gap = false;
    for (int group = 0; left > 0; group++, left /= GROUP) {
      int part = (int) (left % GROUP);
      if (part > 0) {
        said = group(part, group) + GROUPS[group] + (gap ? "零" : "") + said;
        gap = part < GROUP / 10;
      } else {
        gap = !said.isEmpty();
      }
    }
    return said.startsWith("一十") ? said.substring(1) : said;
  }

  private static String group(int part, int above) {
    StringBuilder said = new StringBuilder();
    boolean gap = false;
    for (int place = 3; place >= 0; place--) {
      int digit = part / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        gap = !said.isEmpty();
        continue;
      }
      said.append(gap ? "零" : "");
      boolean pair = digit == 2 && (place > 1 || (place == 0 && above > 0 && part == 2));
      said.append(pair ? '两' : DIGITS.charAt(digit)).append(PLACES[place]);
      gap = false;
    }
    return said.toString();
  }
}
