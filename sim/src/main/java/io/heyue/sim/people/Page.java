package io.heyue.sim.people;

import io.heyue.core.base.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What we wrote, as a person reads it: the last thing that is asked, and the sums and days in it.
 * Made from the words alone.
 *
 * @param words all of them
 * @param cue what is asked last
 * @param asked the words from where that begins
 * @param sums in {@code asked}, in order
 * @param days in {@code asked}, in order
 */
public record Page(String words, Cue cue, String asked, List<Money> sums, List<LocalDate> days) {
  /** In both languages: an English reply may hold a Chinese name. */
  private static final List<Map<Cue, Pattern>> CUES = List.of(chinese(), english());

  private static final Pattern SUM = Pattern.compile("CNY ([\\d,]+\\.\\d\\d)|([\\d,]+\\.\\d\\d)元");
  private static final Pattern CHINESE_DAY =
      Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern ENGLISH_DAY = Pattern.compile("\\d{1,2} [A-Z][a-z]+ \\d{4}");
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  public Page {
    sums = List.copyOf(sums);
    days = List.copyOf(days);
  }

  /** Reads {@code words} on {@code today}. */
  public static Page read(String words, LocalDate today) {
    Cue cue = Cue.NONE;
    int end = -1;
    int start = 0;
    for (Map<Cue, Pattern> cues : CUES) {
      for (Map.Entry<Cue, Pattern> entry : cues.entrySet()) {
        Matcher matcher = entry.getValue().matcher(words);
        while (matcher.find()) {
          if (matcher.end() > end) {
            end = matcher.end();
            start = matcher.start();
            cue = entry.getKey();
          }
        }
      }
    }
    String asked = words.substring(start);
    return new Page(words, cue, asked, sums(asked), days(asked, today));
  }

  /** Every sum that stands in {@code words}. */
  public static List<Money> sums(String words) {
    List<Money> sums = new ArrayList<>();
    Matcher matcher = SUM.matcher(words);
    while (matcher.find()) {
      String sum = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      sums.add(Money.of(new BigDecimal(sum.replace(",", "")), Money.CNY));
    }
    return sums;
  }

  /** Every day that stands in {@code words}; without a year it is one of today's year. */
  public static List<LocalDate> days(String words, LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    Matcher chinese = CHINESE_DAY.matcher(words);
    while (chinese.find()) {
      int year = chinese.group(1) == null ? today.getYear() : Integer.parseInt(chinese.group(1));
      days.add(
          LocalDate.of(
              year, Integer.parseInt(chinese.group(2)), Integer.parseInt(chinese.group(3))));
    }
    Matcher english = ENGLISH_DAY.matcher(words);
    while (english.find()) {
      days.add(LocalDate.parse(english.group(), ENGLISH));
    }
    return days;
  }

  private static Map<Cue, Pattern> chinese() {
    Map<Cue, Pattern> cues = new EnumMap<>(Cue.class);
    put(cues, Cue.IDENTITY, "请问您是.{1,12}本人吗");
    put(cues, Cue.PROOF, "(证件|身份证|预留).{0,20}最后四位|最后四位");
    put(cues, Cue.WHEN, "(哪一天|什么时候)(方便)?还呢?|打算怎么安排");
    put(cues, Cue.WHICH_DAY, "其中的哪一天");
    put(cues, Cue.AMOUNT, "打算还多少");
    put(cues, Cue.REST, "剩下的部分您大概");
    put(cues, Cue.REASON, "遇到了什么情况");
    put(cues, Cue.ABILITY, "每个月大概能拿出");
    put(cues, Cue.PAY_DAY, "几号发工资");
    put(cues, Cue.CORRECTION, "还多少、哪一天还合适");
    put(cues, Cue.PAID_WHEN, "哪一天、通过什么方式还的");
    put(cues, Cue.CALLBACK, "什么时候联系您");
    put(cues, Cue.DISPUTE, "具体是哪里不对");
    put(cues, Cue.MORE, "还有什么可以帮");
    put(cues, Cue.OFFER_FULL, "先给您记在[^。]*");
    put(cues, Cue.OFFER_PARTIAL, "您看先在[^。]*");
    put(cues, Cue.OFFER_EXTENSION, "为您申请延期[，。][^？]*不另收费用");
    put(cues, Cue.OFFER_PLAN, "为您办理分期[^？]*");
    put(cues, Cue.OFFER_REDUCTION, "如果您能在[^？]*减免[^？]*");
    put(cues, Cue.READ_BACK, "(跟您确认一下[：。]|那就是：)[^？]*");
    put(cues, Cue.CODE, "核验码[^。]*");
    return cues;
  }

  private static Map<Cue, Pattern> english() {
    Map<Cue, Pattern> cues = new EnumMap<>(Cue.class);
    put(cues, Cue.IDENTITY, "Am I talking to");
    put(cues, Cue.PROOF, "last four characters");
    put(cues, Cue.WHEN, "On which day could you pay|Which day would suit you");
    put(cues, Cue.WHICH_DAY, "Which day would that be");
    put(cues, Cue.AMOUNT, "How much would you like to pay\\?");
    put(cues, Cue.REST, "When could you pay the rest");
    put(cues, Cue.REASON, "what happened");
    put(cues, Cue.ABILITY, "could you manage each month");
    put(cues, Cue.PAY_DAY, "day of the month does your pay");
    put(cues, Cue.CORRECTION, "How much would you like to pay, and on which day");
    put(cues, Cue.PAID_WHEN, "On which day did you pay");
    put(cues, Cue.CALLBACK, "good time to get back to you");
    put(cues, Cue.DISPUTE, "What exactly is wrong");
    put(cues, Cue.MORE, "anything else that I can do");
    put(cues, Cue.OFFER_FULL, "Shall I put down [^?]*");
    put(cues, Cue.OFFER_PARTIAL, "Could you pay [^?]*to begin with");
    put(cues, Cue.OFFER_EXTENSION, "(I can give you|The offer was) more time:[^?]*");
    put(cues, Cue.OFFER_PLAN, "I can set up instalments[:.][^?]*");
    put(cues, Cue.OFFER_REDUCTION, "If you can pay [^?]*waived[^?]*");
    put(cues, Cue.READ_BACK, "(Let me make sure[:.]|So that is )[^?]*");
    put(cues, Cue.CODE, "Enter the code[^?]*");
    return cues;
  }

  private static void put(Map<Cue, Pattern> cues, Cue cue, String pattern) {
    cues.put(cue, Pattern.compile(pattern));
  }
}
