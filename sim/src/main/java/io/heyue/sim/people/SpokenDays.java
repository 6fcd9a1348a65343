package io.heyue.sim.people;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.sim.world.Draws;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days and times as people write and say them. */
final class SpokenDays {
  private static final String WEEK = "一二三四五六日";

  private SpokenDays() {}

  static String day(LocalDate day, LocalDate today, Lang lang, Rng rng) {
    return switch (lang) {
      case ZH -> Draws.one(chinese(day, today), rng);
      case EN -> Draws.one(english(day, today), rng);
    };
  }

  /** As somebody says it who wants to be understood. */
  static String aloud(LocalDate day, LocalDate today, Lang lang, Rng rng) {
    return switch (lang) {
      case ZH -> Draws.one(chinese(day, today), rng);
      case EN ->
          switch ((int) ChronoUnit.DAYS.between(today, day)) {
            case 1 -> "tomorrow";
            case -1 -> "yesterday";
            default ->
                day.getDayOfMonth()
                    + " "
                    + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          };
    };
  }

  static String time(ZonedDateTime when, LocalDate today, Lang lang, Rng rng) {
    LocalTime time = when.toLocalTime();
    long ahead = ChronoUnit.DAYS.between(today, when.toLocalDate());
    boolean afternoon = time.getHour() >= 12;
    int hour = afternoon && time.getHour() > 12 ? time.getHour() - 12 : time.getHour();
    return switch (lang) {
      case ZH -> {
        String on = ahead == 0 ? "今天" : ahead == 1 ? "明天" : "后天";
        String part = time.getHour() < 12 ? "上午" : time.getHour() < 18 ? "下午" : "晚上";
        String clock =
            rng.chance(0.5) ? hour + "点" : (hour == 2 ? "两" : SpokenSums.numeral(hour)) + "点";
        yield on + part + clock;
      }
      case EN -> {
        String on = ahead == 0 ? "today" : ahead == 1 ? "tomorrow" : "the day after tomorrow";
        yield on + " at " + hour + (afternoon ? "pm" : "am");
      }
    };
  }

  private static List<String> chinese(LocalDate day, LocalDate today) {
    List<String> forms = new ArrayList<>();
    long ahead = ChronoUnit.DAYS.between(today, day);
    if (ahead >= -2 && ahead <= 3 && ahead != 0) {
      forms.add(
          switch ((int) ahead) {
            case -2 -> "前天";
            case -1 -> "昨天";
            case 1 -> "明天";
            case 2 -> "后天";
            default -> "大后天";
          });
    }
    String weekday = String.valueOf(WEEK.charAt(day.getDayOfWeek().getValue() - 1));
    long weeks = ChronoUnit.WEEKS.between(today.with(DayOfWeek.MONDAY), day.with(DayOfWeek.MONDAY));
    if (weeks == 1) {
      forms.add("下周" + weekday);
      forms.add("下星期" + weekday);
    } else if (weeks == 0 && ahead > 0) {
      forms.add("这周" + weekday);
    } else if (weeks == -1) {
      forms.add("上周" + weekday);
    }
    forms.add(day.getMonthValue() + "月" + day.getDayOfMonth() + "号");
    forms.add(day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
    forms.add(
        SpokenSums.numeral(day.getMonthValue())
            + "月"
            + SpokenSums.numeral(day.getDayOfMonth())
            + "号");
    if (ahead > 0 && day.getMonth() == today.getMonth()) {
      forms.add("这个月" + day.getDayOfMonth() + "号");
    } else if (ahead > 0 && day.getMonth() == today.plusMonths(1).getMonth()) {
      forms.add("下个月" + day.getDayOfMonth() + "号");
    }
    return forms;
  }

  private static List<String> english(LocalDate day, LocalDate today) {
    List<String> forms = new ArrayList<>();
    long ahead = ChronoUnit.DAYS.between(today, day);
    if (ahead == 1) {
      forms.add("tomorrow");
    } else if (ahead == 2) {
      forms.add("the day after tomorrow");
    } else if (ahead == -1) {
      forms.add("yesterday");
    }
    String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    String brief = day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    forms.add(month + " " + ordinal(day.getDayOfMonth()));
    forms.add("the " + ordinal(day.getDayOfMonth()) + " of " + month);
    forms.add(brief + " " + day.getDayOfMonth());
    forms.add(day.getDayOfMonth() + " " + month);
    return forms;
  }

  private static String ordinal(int day) {
    boolean teen = day >= 11 && day <= 13;
    String ending =
        teen
            ? "th"
            : switch (day % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return day + ending;
  }
}
