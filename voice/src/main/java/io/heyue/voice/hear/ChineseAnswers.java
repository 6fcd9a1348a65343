package io.heyue.voice.hear;

import io.heyue.voice.hear.Wording.Kind;
import java.util.regex.Pattern;

/** Sums, days and figures in Mandarin: 两千 waits for 五百, 六月 for 十五号; 两千块 and 十五号 are whole. */
record ChineseAnswers(Wording wording) implements AnswerShape {
  private static final String FIGURE = "[0-9零〇一二三四五六七八九十百千万亿两幺]";

  private static final Pattern FIGURE_LAST = Pattern.compile(FIGURE + "$");

  /** 三点 may be three o'clock, or the beginning of 三点五. */
  private static final Pattern POINT_LAST = Pattern.compile(FIGURE + "点$");

  /** 千万 after no figure means: by all means. */
  private static final Pattern BY_ALL_MEANS = Pattern.compile("(?<!" + FIGURE + ")千万$");

  private static final Pattern MONEY = Pattern.compile(FIGURE + "(?:块|元|块钱|元钱|块整|元整|人民币)$");

  private static final Pattern DAY = Pattern.compile(FIGURE + "[号日]$");

  private static final Pattern MONTH = Pattern.compile(FIGURE + "(?:月|月份|年)$");

  /** Characters of a short answer. */
  private static final int SHORT = 12;

  @Override
  public boolean goesOn(String said, Expecting expecting) {
    if (complete(said, expecting)) {
      return false;
    }
    boolean figure =
        FIGURE_LAST.matcher(said).find()
            && !BY_ALL_MEANS.matcher(said).find()
            && !wording.ends(said, Kind.NO_FIGURE);
    return figure
        || switch (expecting) {
          case SUM, NUMBER -> POINT_LAST.matcher(said).find();
          case DATE -> MONTH.matcher(said).find() || wording.ends(said, Kind.DATE_BEGUN);
          case YES_NO, CHOICE, OPEN -> false;
        };
  }

  @Override
  public boolean complete(String said, Expecting expecting) {
    return said.length() <= SHORT
        && switch (expecting) {
          case SUM -> MONEY.matcher(said).find();
          case DATE -> DAY.matcher(said).find() || wording.ends(said, Kind.DAY);
          case CHOICE -> wording.consists(said, Kind.CHOICE, 1);
          case YES_NO, NUMBER, OPEN -> false;
        };
  }
}
