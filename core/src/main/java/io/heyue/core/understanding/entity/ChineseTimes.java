package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Dates, times of day and ranges of them in Chinese: 明天下午三点, 月底之前, 九月到十一月. */
final class ChineseTimes {
  private ChineseTimes() {}

  /** The time that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    if (Character.isWhitespace(cursor.here())
        || (Cursor.isLetter(cursor.here()) && cursor.here() != 'q')) {
      return null;
    }
    boolean led = cursor.takeAny("自从", "从", "自", "截止到", "截至", "截止");
    boolean until = cursor.text().startsWith("截", start);
    Found first = point(cursor, anchor);
    if (first == null) {
      cursor.back(start);
      return null;
    }
    if (until) {
      return first.with(until(first.stretch(), anchor));
    }
    Found range = range(cursor, first, anchor);
    if (range != null && anchor.leaning() == Leaning.NEXT && range.guess() != null) {
      Found begun = begun(cursor.text(), start, anchor);
      range = begun == null ? range : begun;
    }
    if (range != null) {
      // 20号到25号前 still begins on the 20th.
      return cursor.takeAny("之前", "以前", "前") ? range : suffixed(cursor, range, anchor);
    }
    Found days = listed(cursor, first, anchor);
    if (days != null) {
      return days;
    }
    Found whole = suffixed(cursor, first, anchor);
    if (led && whole.equals(first)) {
      cursor.back(start);
      return null;
    }
    return whole;
  }

  /** The same range as the current one, if now lies in it: in November, 九月到十一月 has begun. */
  private static @Nullable Found begun(String text, int start, Anchor anchor) {
    Cursor cursor = new Cursor(text, start);
    Found current = read(cursor, new Anchor(anchor.now(), Leaning.CURRENT, null));
    if (current == null) {
      return null;
    }
    LocalDateTime from = current.stretch().from();
    LocalDateTime to = current.stretch().to();
    boolean running =
        from != null && to != null && !from.isAfter(anchor.now()) && to.isAfter(anchor.now());
    return running ? Found.date(current.stretch()) : null;
  }

  private static @Nullable Found range(Cursor cursor, Found first, Anchor anchor) {
    int end = cursor.at();
    cursor.take("起");
    cursor.space();
    if (cursor.takeAny("至今", "到现在", "到今天为止")) {
      LocalDateTime from = first.stretch().from();
      boolean rolled = from != null && from.isAfter(anchor.now());
      return first.with(
          new Stretch(
              rolled && from != null ? from.minusYears(1) : from,
              anchor.now(),
              first.stretch().grain(),
              first.stretch().vague()));
    }
    if (cursor.takeAny("--", "-", "~", "到", "至")) {
      cursor.takeAny("-", "~", "了");
      cursor.space();
      Found last = point(cursor, anchor.after(first));
      if (last != null) {
        cursor.take("止");
        Stretch whole = first.stretch().through(last.stretch().asEnd());
        if (whole.isSound()) {
          return new Found(whole, first.dated() || last.dated(), first.guess(), first.part());
        }
      }
    }
    cursor.back(end);
    return null;
  }

  /** 10号，11号，12号: three days or more of which each follows the one before. */
  private static @Nullable Found listed(Cursor cursor, Found first, Anchor anchor) {
    int start = cursor.at();
    Stretch day = first.stretch();
    Stretch last = day;
    int days = 1;
    int end = start;
    while (last.to() != null && last.equals(Stretch.day(last.firstDay()))) {
      Found next = cursor.takeAny(",", "、", " ") ? point(cursor, anchor.after(first)) : null;
      if (next == null || !next.stretch().equals(Stretch.day(last.firstDay().plusDays(1)))) {
        break;
      }
      last = next.stretch();
      end = cursor.at();
      days++;
    }
    cursor.back(days < 3 ? start : end);
    return days < 3 ? null : first.with(day.through(last));
  }

  /** One day, month or moment, with its time of day. */
  private static @Nullable Found point(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    if (takesNow(cursor)) {
      return Found.date(new Stretch(anchor.now(), anchor.now(), Grain.SECOND, false));
    }
    Found date = ChineseDates.read(cursor, anchor);
    Found given = anchor.given();
    if (date == null) {
      LocalDate day = given == null ? anchor.today() : given.stretch().firstDay();
      Found clock =
          ChineseClock.read(
              cursor, day, false, given == null ? null : given.part(), anchor.leaning());
      if (clock == null) {
        cursor.back(start);
      }
      return clock;
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
    cursor.takeAny(",", "-");
    Found clock =
        ChineseClock.read(cursor, date.stretch().firstDay(), true, null, anchor.leaning());
    if (clock == null) {
      cursor.back(end);
      return date;
    }
    Leaning guess = date.guess() == null ? clock.guess() : date.guess();
    return new Found(clock.stretch(), true, guess, clock.part());
  }

  /** 宜家 is now in Cantonese, and a furniture shop. */
  private static boolean takesNow(Cursor cursor) {
    return cursor.takeAny("现在", "此刻", "眼下", "而家", "依家", "家阵", "现此时")
        || (!cursor.seesAny("宜家家居", "宜家买", "宜家商") && cursor.take("宜家"));
  }

  private static Found suffixed(Cursor cursor, Found found, Anchor anchor) {
    int start = cursor.at();
    Stretch stretch = found.stretch();
    Found beside = beside(cursor, found);
    if (beside != null) {
      return beside;
    }
    cursor.take("的");
    if (cursor.takeAny("之前", "以前", "前") && !cursor.seesAny("后", "几", "两", "面")) {
      return found.with(until(stretch, anchor));
    }
    cursor.back(start);
    if (cursor.takeAny("以内", "之内")) {
      return found;
    }
    if (cursor.takeAny("以后", "之后", "过后", "后", "开始", "起") && !cursor.seesAny("面", "来")) {
      boolean begun =
          cursor.text().startsWith("起", start)
              && stretch.from() != null
              && stretch.from().isBefore(anchor.now());
      return found.with(
          new Stretch(
              stretch.from(), begun ? anchor.now() : null, stretch.grain(), stretch.vague()));
    }
    cursor.back(start);
    if (cursor.takeAny("左右", "前后", "许")) {
      return found.with(stretch.asVague());
    }
    return found;
  }

  /** 除夕前一天, 元旦后两天: days counted from the day just read. */
  private static @Nullable Found beside(Cursor cursor, Found found) {
    int start = cursor.at();
    Stretch stretch = found.stretch();
    int side = cursor.choose("前", "后");
    Count days = side < 0 ? null : ChineseNumber.readWhole(cursor);
    boolean oneDay = stretch.to() != null && stretch.equals(Stretch.day(stretch.firstDay()));
    if (days == null || !days.within(1, 60) || !cursor.take("天") || !oneDay) {
      cursor.back(start);
      return null;
    }
    int shift = side == 0 ? -days.toInt() : days.toInt();
    return found.with(Stretch.day(stretch.firstDay().plusDays(shift)));
  }

  /** From now to the end of {@code stretch}; from ever where that has passed. */
  private static Stretch until(Stretch stretch, Anchor anchor) {
    LocalDateTime to = stretch.asEnd().to();
    boolean ahead = to != null && !to.isBefore(anchor.now());
    LocalDateTime from = stretch.isClock() ? anchor.now() : anchor.today().atStartOfDay();
    return new Stretch(ahead ? from : null, to, stretch.grain(), stretch.vague());
  }
}
