package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Times of day in English: 3pm, half past three, quarter to nine, noon, in the morning, 15:00. */
final class EnglishClock {
  /** Recognisers of speech write the two letters apart, too. */
  private static final String[] HALVES = {
    "am", "a.m.", "a.m", "a m", "a. m.", "a. m", "pm", "p.m.", "p.m", "p m", "p. m.", "p. m"
  };

  private static final String[] PARTS = {
    "in the morning",
    "in the afternoon",
    "in the evening",
    "at night",
    "early morning",
    "morning",
    "lunchtime",
    "afternoon",
    "evening",
    "night"
  };
  private static final DayPart[] MEANT = {
    DayPart.FORENOON,
    DayPart.AFTERNOON,
    DayPart.EVENING,
    DayPart.EVENING,
    DayPart.MORNING,
    DayPart.FORENOON,
    DayPart.NOON,
    DayPart.AFTERNOON,
    DayPart.EVENING,
    DayPart.EVENING
  };

  private EnglishClock() {}

  /** A time of {@code day}; {@code dated} where the day was named right before. Null if none. */
  static @Nullable Found read(Cursor cursor, LocalDate day, boolean dated, Leaning leaning) {
    int start = cursor.at();
    cursor.takeAny(", ", " ");
    DayPart early = part(cursor);
    int partEnd = cursor.at();
    if (early != null) {
      cursor.takeAny(", ", " ");
    }
    boolean at =
        cursor.takeAny("at about ", "at around ", "at ", "around ", "about ", "by ")
            || isAfterAt(cursor.text(), cursor.at());
    Time time = time(cursor);
    boolean clear =
        time != null && (!time.open || time.named || at || early != null || partAhead(cursor));
    if (time == null || !clear) {
      cursor.back(partEnd);
      boolean usable = early != null && (dated || cursor.text().startsWith("in the", start));
      if (!usable || early == null) {
        cursor.back(start);
        return null;
      }
      return new Found(early.on(day), dated, null, early);
    }
    int end = cursor.at();
    cursor.take(" ");
    DayPart late = early == null ? part(cursor) : null;
    if (late == null) {
      cursor.back(end);
    }
    DayPart part = early == null ? late : early;
    int hour = time.hour;
    boolean open = time.open && hour >= 1 && hour <= 12;
    if (open && part != null) {
      hour = part.hour(hour);
    } else if (open && hour < 12 && (hour < 7) != (leaning == Leaning.OTHER_HALF)) {
      hour += 12;
    }
    Stretch stretch =
        Stretch.clock(day.atStartOfDay().plusHours(hour).plusMinutes(time.minute), time.grain);
    boolean guess = open && part == null && time.hour < 12;
    return new Found(stretch, dated, guess ? Leaning.OTHER_HALF : null, part);
  }

  private static boolean isAfterAt(String text, int at) {
    return at >= 3 && text.startsWith("at ", at - 3);
  }

  private static boolean partAhead(Cursor cursor) {
    Cursor ahead = cursor.copy();
    ahead.take(" ");
    return part(ahead) != null;
  }

  private static @Nullable DayPart part(Cursor cursor) {
    int which = EnglishNumber.word(cursor, PARTS);
    return which < 0 ? null : MEANT[which];
  }

  /** An hour and minute; {@code open} where morning or afternoon is left open. */
  private record Time(int hour, int minute, Grain grain, boolean open, boolean named) {}

  private static @Nullable Time time(Cursor cursor) {
    int start = cursor.at();
    int named = EnglishNumber.word(cursor, "noon", "midday", "midnight");
    if (named >= 0) {
      return new Time(named == 2 ? 24 : 12, 0, Grain.HOUR, false, true);
    }
    int past =
        EnglishNumber.word(
            cursor,
            "half past",
            "half-past",
            "a quarter past",
            "quarter past",
            "a quarter to",
            "quarter to");
    if (past >= 0) {
      cursor.space();
      Count hour = EnglishNumber.read(cursor);
      if (hour == null || !hour.within(1, 12)) {
        cursor.back(start);
        return null;
      }
      int minute = past < 2 ? 30 : past < 4 ? 15 : 45;
      return halves(
          cursor,
          past < 4 ? hour.toInt() : (hour.toInt() + 10) % 12 + 1,
          minute,
          Grain.MINUTE,
          true);
    }
    Count hour = EnglishNumber.read(cursor);
    if (hour == null || !hour.within(0, 23) || hour.form() == Count.Form.UNITS) {
      cursor.back(start);
      return null;
    }
    int minute = 0;
    Grain grain = Grain.HOUR;
    boolean colon = false;
    int end = cursor.at();
    if (cursor.takeAny(":", ".")) {
      minute = cursor.digits(2, 2);
      colon = minute >= 0 && minute < 60;
      if (!colon) {
        cursor.back(end);
        minute = 0;
      } else {
        grain = Grain.MINUTE;
      }
    } else if (cursor.sees(" thirty")
        || cursor.sees(" fifteen")
        || cursor.sees(" forty-five")
        || cursor.sees(" forty five")) {
      cursor.space();
      Count minutes = EnglishNumber.read(cursor);
      minute = minutes == null ? 0 : minutes.toInt();
      grain = Grain.MINUTE;
    }
    return halves(cursor, hour.toInt(), minute, grain, colon && cursor.text().charAt(end) == ':');
  }

  private static @Nullable Time halves(
      Cursor cursor, int hour, int minute, Grain grain, boolean named) {
    int end = cursor.at();
    cursor.space();
    int half = EnglishNumber.word(cursor, HALVES);
    if (half >= 0 && hour <= 12) {
      int base = hour % 12;
      return new Time(HALVES[half].startsWith("a") ? base : base + 12, minute, grain, false, true);
    }
    cursor.back(end);
    cursor.space();
    boolean clock = EnglishNumber.word(cursor, "o'clock", "oclock") >= 0;
    if (!clock) {
      cursor.back(end);
    }
    boolean counted =
        !clock
            && !named
            && EnglishNumber.word(
                    cursor.copy(),
                    " days",
                    " day",
                    " weeks",
                    " months",
                    " hours",
                    " minutes",
                    " dollars",
                    " hundred",
                    " thousand",
                    " percent",
                    " of",
                    " instalments",
                    " installments",
                    " payments",
                    " times",
                    "%",
                    "th",
                    "st",
                    "nd",
                    "rd",
                    " business",
                    " working",
                    "k",
                    "/")
                >= 0;
    return counted ? null : new Time(hour, minute, grain, hour <= 12, clock || named);
  }
}
