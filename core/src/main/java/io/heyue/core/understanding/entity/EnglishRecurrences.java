package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Repetitions in English as RFC 5545 rules: every month on the 15th, biweekly, each Friday. */
final class EnglishRecurrences implements Recogniser {
  private static final WordList<String> WORDS =
      new WordList.Builder<String>()
          .add("FREQ=DAILY", "daily", "every day", "each day")
          .add("FREQ=WEEKLY", "weekly", "every week", "each week", "per week", "a week")
          .add(
              "FREQ=WEEKLY;INTERVAL=2",
              "biweekly",
              "bi-weekly",
              "fortnightly",
              "every fortnight",
              "every other week",
              "every two weeks",
              "every second week")
          .add("FREQ=MONTHLY", "monthly", "every month", "each month", "per month", "a month")
          .add("FREQ=MONTHLY;INTERVAL=2", "every other month", "every two months")
          .add("FREQ=MONTHLY;INTERVAL=3", "quarterly", "every quarter", "each quarter")
          .add("FREQ=YEARLY", "yearly", "annually", "every year", "each year", "per year")
          .add(Rrule.WORKDAYS, "every weekday", "every working day", "every business day")
          .build();

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    if (Cursor.isLetter(scene.before(start, 1))) {
      return null;
    }
    Cursor cursor = scene.cursor(start);
    String rule = rule(cursor, scene, start);
    return rule == null
        ? null
        : Mention.sure(EntityType.RECURRENCE, start, cursor.at(), new Value.Recurrence(rule));
  }

  private static @Nullable String rule(Cursor cursor, Scene scene, int start) {
    String word = WORDS.take(cursor);
    if (word != null) {
      String said = scene.text().substring(start, cursor.at());
      if (said.equals("a week") || said.equals("a month")) {
        return Cursor.isWordPart(scene.before(start, 2)) && isSum(scene, start) ? word : null;
      }
      return word.equals("FREQ=MONTHLY") ? word + dayOfMonth(cursor) : word;
    }
    int end = cursor.at();
    if (cursor.takeAny("on the ", "the ")) {
      int day = EnglishNumber.ordinal(cursor);
      if (day >= 1
          && day <= 31
          && EnglishNumber.word(
                  cursor,
                  " of every month",
                  " of each month",
                  " every month",
                  " each month",
                  " monthly")
              >= 0) {
        return "FREQ=MONTHLY;BYMONTHDAY=" + day;
      }
      cursor.back(end);
    }
    if (!cursor.takeAny("every other ", "every ", "each ")) {
      return null;
    }
    boolean other = scene.text().startsWith("every other", start);
    DayOfWeek day = EnglishCalendar.weekday(cursor);
    if (day != null) {
      return "FREQ=WEEKLY" + (other ? ";INTERVAL=2" : "") + ";BYDAY=" + day.name().substring(0, 2);
    }
    if (EnglishNumber.word(cursor, "payday") >= 0) {
      return "FREQ=MONTHLY";
    }
    int ordinal = EnglishNumber.ordinal(cursor);
    if (ordinal >= 1 && ordinal <= 31) {
      return "FREQ=MONTHLY;BYMONTHDAY=" + ordinal;
    }
    ChineseDurations.Range range = EnglishDurations.readRange(cursor);
    return range == null ? null : Rrule.every(range.low());
  }

  /** "50 a month" repeats; "in a month" does not. */
  private static boolean isSum(Scene scene, int start) {
    String before = scene.text().substring(Math.max(0, start - 10), start).stripTrailing();
    return before.matches(".*(\\d|dollars|bucks|pounds|hundred|grand|thousand|quid|fifty|k)");
  }

  private static String dayOfMonth(Cursor cursor) {
    int end = cursor.at();
    if (cursor.takeAny(" on the ", ", on the ", " the ", " by the ")) {
      int day = EnglishNumber.ordinal(cursor);
      if (day >= 1 && day <= 31) {
        return ";BYMONTHDAY=" + day;
      }
    }
    cursor.back(end);
    if (cursor.takeAny(" at the end", " at month end")) {
      return ";BYMONTHDAY=-1";
    }
    return "";
  }
}
