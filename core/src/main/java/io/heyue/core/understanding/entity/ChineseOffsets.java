package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Times counted from now in Chinese: 三天后, 半小时后, 两年前, 15个工作日内, 过两天, 近三个月, 这两天. */
final class ChineseOffsets {
  private static final int COUPLE_MORE = 1;
  private static final Period HALF_YEAR = Period.ofMonths(6);

  private ChineseOffsets() {}

  /** The time that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    Found found = led(cursor, anchor);
    if (found == null) {
      cursor.back(start);
      found = trailed(cursor, anchor);
    }
    if (found == null) {
      cursor.back(start);
    }
    return found;
  }

  /** A word before the length: 过三天, 未来7天, 近30天, 前两天. */
  private static @Nullable Found led(Cursor cursor, Anchor anchor) {
    LocalDateTime now = anchor.now();
    if (cursor.takeAny("再过", "过", "再等", "再有")) {
      if (cursor.sees("去")) {
        cursor.take("去");
        cursor.take("的");
        return stretchOf(cursor, now, -1);
      }
      return passing(cursor, anchor);
    }
    if (cursor.takeAny("未来", "今后", "接下来", "往后")) {
      cursor.take("的");
      return stretchOf(cursor, now, 1);
    }
    if (cursor.takeAny("最近", "近")) {
      cursor.take("这");
      return stretchOf(cursor, now, -1);
    }
    if (cursor.takeAny("这")) {
      return coming(cursor, now);
    }
    return cursor.take("前") ? before(cursor, now) : null;
  }

  /** 过两天 is not to be taken at its word; 过三天 is. */
  private static @Nullable Found passing(Cursor cursor, Anchor anchor) {
    LocalDateTime now = anchor.now();
    boolean some = cursor.seesAny("两天", "几天", "些天", "些日子", "段时间", "阵子");
    if (cursor.takeAny("些天", "些日子", "段时间", "阵子")) {
      return Found.date(span(now, 5, 15));
    }
    if (cursor.takeAny("几天")) {
      return Found.date(span(now, 3, 9));
    }
    ChineseDurations.Range range = ChineseDurations.readRange(cursor);
    if (range == null) {
      return null;
    }
    cursor.takeAny("以后", "之后", "后");
    if (some) {
      int days = range.low().days();
      return orOpen(Found.date(span(now, days, days + COUPLE_MORE)), anchor, 1);
    }
    return orOpen(orWhole(range, anchor, 1), anchor, 1);
  }

  private static Stretch span(LocalDateTime now, int first, int last) {
    LocalDate today = now.toLocalDate();
    return Stretch.days(today.plusDays(first), today.plusDays(last), Grain.DAY).asVague();
  }

  /** 这两天, 这几天, 这三天内. */
  private static @Nullable Found coming(Cursor cursor, LocalDateTime now) {
    if (cursor.takeAny("几天", "些天")) {
      return Found.date(span(now, 0, 6));
    }
    if (cursor.sees("一") && !cursor.seesAny("一两天", "一二天", "一半天")) {
      return null;
    }
    ChineseDurations.Range range = ChineseDurations.readRange(cursor);
    if (range == null || range.low().isClock() || range.low().grain() == Grain.YEAR) {
      return null;
    }
    cursor.takeAny("之内", "以内", "内", "里");
    LocalDateTime end = range.high().from(now, 1);
    return Found.date(Stretch.days(now.toLocalDate(), end.toLocalDate(), Grain.DAY).asVague());
  }

  /** 前两天 may be a week ago; 前两周 are the two weeks until now. */
  private static @Nullable Found before(Cursor cursor, LocalDateTime now) {
    boolean couple = cursor.seesAny("两", "几");
    ChineseDurations.Range range = ChineseDurations.readRange(cursor);
    if (range == null) {
      return null;
    }
    Lapse low = range.low();
    if (!couple || low.grain() == Grain.WEEK || low.grain() == Grain.MONTH) {
      return new Found(new Stretch(low.from(now, -1), now, low.grain(), true), true, null, null);
    }
    LocalDateTime last = low.from(now, -1);
    return switch (low.grain()) {
      case YEAR ->
          Found.date(
              Stretch.year(now.getYear() - 5).through(Stretch.year(last.getYear())).asVague());
      case DAY, WEEK, MONTH ->
          Found.date(
              Stretch.days(now.toLocalDate().minusDays(7), last.toLocalDate(), Grain.DAY)
                  .asVague());
      case HOUR ->
          Found.date(
              new Stretch(
                  now.minus(low.duration().multipliedBy(3)).truncatedTo(ChronoUnit.HOURS),
                  Stretch.clock(last.truncatedTo(ChronoUnit.HOURS), Grain.HOUR).to(),
                  Grain.HOUR,
                  true));
      case MINUTE, SECOND ->
          Found.date(
              new Stretch(now.minus(low.duration().multipliedBy(3)), last, low.grain(), true));
    };
  }

  private static @Nullable Found stretchOf(Cursor cursor, LocalDateTime now, int sign) {
    ChineseDurations.Range range;
    int start = cursor.at();
    Count months = ChineseNumber.readWhole(cursor);
    if (months != null && months.within(1, 12) && cursor.take("月") && sign < 0) {
      Lapse lapse = Lapse.of(months.low(), Lapse.Unit.MONTH);
      range = new ChineseDurations.Range(lapse, lapse);
    } else {
      cursor.back(start);
      range = ChineseDurations.readRange(cursor);
    }
    if (range == null) {
      return null;
    }
    cursor.takeAny("之内", "以内", "内", "里");
    return Found.date(reach(range.high(), now, sign));
  }

  /** A word behind the length: 三天后, 两年前, 一周内, 三个多月以来. */
  private static @Nullable Found trailed(Cursor cursor, Anchor anchor) {
    LocalDateTime now = anchor.now();
    ChineseDurations.Range range = ChineseDurations.readRange(cursor);
    if (range == null) {
      return null;
    }
    cursor.take("的");
    if (cursor.takeAny("以后", "之后", "过后")) {
      return orOpen(orWhole(range, anchor, 1), anchor, 1);
    }
    if (cursor.take("后") && !cursor.sees("半夜")) {
      return orWhole(range, anchor, 1);
    }
    if (cursor.takeAny("以前", "之前")) {
      return orOpen(orWhole(range, anchor, -1), anchor, -1);
    }
    if (cursor.take("前")) {
      return orWhole(range, anchor, -1);
    }
    if (cursor.takeAny("以内", "之内", "内", "里头", "里面", "之间")) {
      return Found.date(within(range, now));
    }
    if (cursor.takeAny("以来")) {
      return Found.date(reach(range.low(), now, -1));
    }
    return null;
  }

  /** 三天以后 is mostly the third day, but may be any day from then on. */
  private static Found orOpen(Found point, Anchor anchor, int sign) {
    Stretch stretch = point.stretch();
    if (anchor.leaning() == Leaning.WHOLE) {
      return point;
    }
    if (anchor.leaning() != Leaning.OPEN) {
      return Found.guessed(stretch, Leaning.OPEN);
    }
    return point.with(
        sign > 0
            ? new Stretch(stretch.from(), null, stretch.grain(), true)
            : new Stretch(null, stretch.to(), stretch.grain(), true));
  }

  /** The day that a length reaches; counted in weeks or months, maybe the whole one it lies in. */
  private static Found orWhole(ChineseDurations.Range range, Anchor anchor, int sign) {
    Found point = point(range, anchor.now(), sign);
    Grain grain = range.low().grain();
    LocalDateTime from = point.stretch().from();
    boolean counted = grain == Grain.WEEK || grain == Grain.MONTH || isHalfYear(range.low());
    if (from == null || !counted || !point.stretch().equals(Stretch.day(from.toLocalDate()))) {
      return point;
    }
    // What lies behind half a year begins with the month of that day.
    boolean open = anchor.leaning() == Leaning.OPEN && isHalfYear(range.low());
    if (anchor.leaning() != Leaning.WHOLE && !open) {
      return Found.guessed(point.stretch(), Leaning.WHOLE);
    }
    LocalDate day = from.toLocalDate();
    return point.with(
        grain == Grain.WEEK
            ? Stretch.week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
            : Stretch.month(YearMonth.from(day)));
  }

  /** Half a year is six months, and like these reaches a day before it reaches a month. */
  private static boolean isHalfYear(Lapse lapse) {
    return lapse.grain() == Grain.YEAR && !lapse.vague() && lapse.period().equals(HALF_YEAR);
  }

  /** From now to the end of a length, or from its beginning to now; by days if it counts days. */
  private static Stretch reach(Lapse lapse, LocalDateTime now, int sign) {
    LocalDateTime other = lapse.from(now, sign);
    LocalDateTime first = sign > 0 ? now : other;
    LocalDateTime last = sign > 0 ? other : now;
    if (lapse.isClock()) {
      return new Stretch(first, last, lapse.grain(), true);
    }
    if (!lapse.duration().isZero()) {
      return new Stretch(first, Stretch.clock(last, Grain.HOUR).to(), Grain.HOUR, true);
    }
    boolean months = lapse.grain() == Grain.YEAR || lapse.grain() == Grain.MONTH;
    LocalDate end = last.toLocalDate().minusDays(sign > 0 && months ? 1 : 0);
    boolean half = lapse.grain() == Grain.YEAR && lapse.period().getMonths() > 0;
    boolean loose = sign < 0 && months && (lapse.vague() || half);
    LocalDate begin = loose ? first.toLocalDate().withDayOfMonth(1) : first.toLocalDate();
    begin = loose && lapse.vague() && lapse.grain() == Grain.YEAR ? begin.withDayOfYear(1) : begin;
    return Stretch.days(begin, end, Grain.DAY).asVague();
  }

  /** From now to the end of a length. */
  private static Stretch within(ChineseDurations.Range range, LocalDateTime now) {
    Lapse lapse = range.low();
    LocalDateTime end = range.high().from(now, 1);
    if (lapse.period().getYears() > 0 && lapse.period().getMonths() > 0) {
      end = YearMonth.from(end).atEndOfMonth().atStartOfDay();
    }
    return lapse.isClock()
        ? new Stretch(now, end, lapse.grain(), lapse.vague())
        : new Stretch(
            now.toLocalDate().atStartOfDay(),
            end.toLocalDate().atTime(23, 59, 59),
            Grain.DAY,
            lapse.vague());
  }

  /** The year, month, week, day or moment that a length reaches; its grain is the length's. */
  private static Found point(ChineseDurations.Range range, LocalDateTime now, int sign) {
    Stretch near = reached(range.low(), now, sign);
    Stretch far = reached(range.high(), now, sign);
    if (near.equals(far)) {
      return Found.date(range.low().vague() ? near.asVague() : near);
    }
    Stretch whole = sign > 0 ? near.through(far) : far.through(near);
    return Found.date(whole.asVague());
  }

  private static Stretch reached(Lapse lapse, LocalDateTime now, int sign) {
    LocalDateTime instant = lapse.from(now, sign);
    Grain grain = lapse.grain();
    boolean whole = lapse.period().getMonths() == 0 && lapse.days() == 0;
    return switch (grain) {
      case YEAR ->
          whole
              ? Stretch.year(instant.getYear())
              : isHalfYear(lapse)
                  ? Stretch.day(instant.toLocalDate())
                  : Stretch.month(YearMonth.from(instant));
      case MONTH, WEEK, DAY ->
          grain == Grain.MONTH && lapse.vague() && lapse.days() == 0
              ? Stretch.month(YearMonth.from(instant))
              : lapse.duration().isZero()
                  ? Stretch.day(instant.toLocalDate())
                  : Stretch.clock(instant, Grain.HOUR);
      case HOUR, MINUTE, SECOND -> Stretch.clock(instant, grain);
    };
  }
}
