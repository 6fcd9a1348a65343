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

  /** Four of them are the end of a card. */
  private static final Pattern CARD_END =
      Pattern.compile(
          "(?:^|.*[^%s])%s{4}$".formatted(FIGURE.substring(1, FIGURE.length() - 1), FIGURE));

  /** 两千 is often said with a pause before 五百; 零 announces what comes after it. */
  private static final Pattern ROUND_LAST = Pattern.compile("(?:[百千万亿零〇]|00)$");

  /** 吗 at the end; 能不能, 是不是, 有没有 before the rest; a word that asks for a quantity or a way. */
  private static final Pattern QUESTION =
      Pattern.compile(
          ".+吗$|.*(?:能不能|可不可以|是不是|有没有|行不行|要不要).{2,}|.*(?:多少钱|怎么办|为什么|什么时候|干什么|哪里|哪儿|是谁)$");

  /** Characters of a short answer. */
  private static final int SHORT = 12;

  /** Characters of the shortest sentence that is waited out as one. */
  private static final int SENTENCE = 6;

  @Override
  public Figure figure(String said, Expecting expecting) {
    if (complete(said, expecting)) {
      return Figure.NONE;
    }
    boolean begun =
        switch (expecting) {
          case SUM, NUMBER -> POINT_LAST.matcher(said).find();
          case DATE -> MONTH.matcher(said).find() || wording.ends(said, Kind.DATE_BEGUN);
          case YES_NO, CHOICE, OPEN -> false;
        };
    if (begun) {
      return Figure.GOES_ON;
    }
    if (!FIGURE_LAST.matcher(said).find()
        || BY_ALL_MEANS.matcher(said).find()
        || wording.ends(said, Kind.NO_FIGURE)) {
      return Figure.NONE;
    }
    boolean more =
        switch (expecting) {
          case NUMBER -> !CARD_END.matcher(said).matches();
          case SUM -> ROUND_LAST.matcher(said).find();
          case DATE, YES_NO, CHOICE, OPEN -> false;
        };
    return more ? Figure.GOES_ON : Figure.MAY_GO_ON;
  }

  @Override
  public boolean asks(String said) {
    return QUESTION.matcher(said).matches();
  }

  @Override
  public boolean sentence(String said) {
    return said.length() >= SENTENCE;
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
