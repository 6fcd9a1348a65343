package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures and days in words, which must be backed as digits must: 三千, 百分之五, 两期, "tomorrow" where
 * somebody is told to pay by then. Ordinary words in which a numeral stands (一起, 万一, 一位同事) are
 * none.
 */
final class SpokenFigures {
  private static final List<Pattern> FIGURES =
      List.of(
          Pattern.compile("百分之[零〇一二两三四五六七八九十百点]+"),
          Pattern.compile("[一二两三四五六七八九十]+[百千万亿][零〇一二两三四五六七八九十百千万亿]*"),
          Pattern.compile("[一二两三四五六七八九十]+(元|块钱|折|成利|分利|个点)|[二两三四五六七八九十]+块"),
          Pattern.compile("[二两三四五六七八九十]+(期|天(之)?内|个月(之)?内|倍)"),
          Pattern.compile(
              "\\b(one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty"
                  + "|seventy|eighty|ninety)[ -]?((one|two|three|four|five|six|seven|eight|nine)[ -])?"
                  + "(hundred|thousand|million|dollars?|pounds?|euros?|yuan|per ?cent|percent"
                  + "|instal?lments?)\\b",
              Pattern.CASE_INSENSITIVE));

  private static final List<Pattern> DAYS =
      List.of(
          Pattern.compile(
              "(今天|今日|今晚|明天|明晚|后天|大后天|[本这下上]?(周|星期|礼拜)[一二三四五六日天]|(本|这|下)?(个)?月(底|初)"
                  + "|年底|年前)(之前|以前|前|之内|内)(?=[^，。！？,.!?]{0,8}(还|付|缴|处理|结清|到账|转|打款))"),
          Pattern.compile(
              "\\b(pay|settle|transfer|clear)\\b[^.!?]{0,24}\\b((by|before) (today|tonight|tomorrow"
                  + "|(next )?(mon|tues|wednes|thurs|fri|satur|sun)day|the end of the (week|month)))\\b",
              Pattern.CASE_INSENSITIVE));

  private SpokenFigures() {}

  /** Where {@code words} name a figure or a day of payment in words. */
  static List<Span> in(String words) {
    List<Span> found = new ArrayList<>();
    FIGURES.forEach(pattern -> find(pattern, words, found));
    DAYS.forEach(pattern -> find(pattern, words, found));
    return found;
  }

  private static void find(Pattern pattern, String words, List<Span> found) {
    Matcher matcher = pattern.matcher(words);
    while (matcher.find()) {
      found.add(Span.of(matcher.start(), matcher.end()));
    }
  }
}
