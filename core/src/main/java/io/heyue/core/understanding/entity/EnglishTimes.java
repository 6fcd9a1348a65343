package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times of day and ranges of them in English: 3pm on Friday, by month end, from May to July.
 */
final class EnglishTimes {
  private EnglishTimes() {}

  /** The time that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    if (Cursor.isLetter(cursor.ahead(-1)) || cursor.sees("at ")) {
      return null;
    }
    int led =
        cursor.choose(
            "no later than ",
            "not later than ",
            "by the latest ",
            "by ",
            "before ",
            "until ",
            "till ",
            "after ",
            "since ",
            "from ",
            "between ",
            "starting ");
    cursor.take("on ");
    Found first = point(cursor, anchor);
    if (first == null) {
      cursor.back(start);
      return null;
    }
    if (led >= 0 && led < 7) {
      return first.with(until(first.stretch(), anchor));
    }
    Found range = range(cursor, first, anchor);
    if (range != null) {
      return range;
    }
    if (led == 7 || led == 11) {
      return first.with(new Stretch(first.stretch().from(), null, first.stretch().grain(), false));
    }
    LocalDateTime begin = first.stretch().from();
    if (led == 8 && begin != null && begin.isAfter(anchor.now())) {
      Stretch past = new Stretch(begin.minusYears(1), anchor.now(), first.stretch().grain(), false);
      return Found.date(past);
    }
    if (led == 8) {
      return first.with(
          new Stretch(first.stretch().from(), anchor.now(), first.stretch().grain(), false));
    }
    boolean on = cursor.text().startsWith("on ", start);
    if (led >= 0 || on) {
      cursor.back(start);
      return null;
    }
    return first;
  }

  private static @Nullable Found range(Cursor cursor, Found first, Anchor anchor) {
    int end = cursor.at();
    if (cursor.takeAny(" to ", " until ", " till ", " through ", " - ", "-")
        || (isBetween(cursor) && cursor.take(" and "))) {
      Found last = point(cursor, anchor.after(first));
      if (last != null) {
        Stretch whole = first.stretch().through(last.stretch().asEnd());
        if (whole.isSound()) {
          return new Found(whole, first.dated() || last.dated(), first.guess(), first.part());
        }
      }
    }
    cursor.back(end);
    return null;
  }

  private static boolean isBetween(Cursor cursor) {
    int from = Math.max(0, cursor.at() - 40);
    return cursor.text().substring(from, cursor.at()).contains("between ");
  }

  private static @Nullable Found point(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    if (EnglishNumber.word(cursor, "right now", "now") >= 0) {
      return Found.date(new Stretch(anchor.now(), anchor.now(), Grain.SECOND, false));
    }
    Found date = EnglishDates.read(cursor, anchor);
    if (date == null) {
      return clockFirst(cursor, anchor, start);
    }
    LocalDateTime from = date.stretch().from();
    LocalDateTime to = date.stretch().to();
    boolean oneDay =
        from != null
            && to != null
            && from.toLocalDate().equals(to.toLocalDate())
            && !date.stretch().isClock();
    if (!oneDay) {
      return date;
    }
    int end = cursor.at();
    Found clock = EnglishClock.read(cursor, date.stretch().firstDay(), true, anchor.leaning());
    if (clock == null) {
      cursor.back(end);
      return date;
    }
    return new Found(
        clock.stretch(), true, date.guess() == null ? clock.guess() : date.guess(), clock.part());
  }

  /** 3pm, 3pm on Friday: the date may follow the time of day. */
  private static @Nullable Found clockFirst(Cursor cursor, Anchor anchor, int start) {
    Found given = anchor.given();
    LocalDate today = given == null ? anchor.today() : given.stretch().firstDay();
    Found clock = EnglishClock.read(cursor, today, false, anchor.leaning());
    if (clock == null) {
      cursor.back(start);
      return null;
    }
    int end = cursor.at();
    cursor.takeAny(" on ", " ");
    Found date = EnglishDates.read(cursor, anchor);
    if (date == null
        || date.stretch().from() == null
        || date.stretch().isClock()
        || clock.stretch().from() == null) {
      cursor.back(end);
      return clock;
    }
    LocalDateTime from = date.stretch().firstDay().atTime(clock.stretch().from().toLocalTime());
    return new Found(
        Stretch.clock(from, clock.stretch().grain()),
        true,
        date.guess() == null ? clock.guess() : date.guess(),
        clock.part());
  }

  private static Stretch until(Stretch stretch, Anchor anchor) {
    LocalDateTime to = stretch.isClock() && stretch.from() != null ? stretch.from() : stretch.to();
    boolean ahead = to != null && !to.isBefore(anchor.now());
    LocalDateTime from = stretch.isClock() ? anchor.now() : anchor.today().atStartOfDay();
    return new Stretch(ahead ? from : null, to, stretch.grain(), stretch.vague());
  }
}
