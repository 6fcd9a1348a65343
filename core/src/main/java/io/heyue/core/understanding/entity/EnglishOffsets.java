package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Times counted from now in English: in three days, two weeks ago, within 10 days, an hour from
 * now.
 */
final class EnglishOffsets {
  private EnglishOffsets() {}

  /** The time that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    LocalDateTime now = anchor.now();
    int led =
        cursor.choose(
            "in the next ",
            "over the next ",
            "within the next ",
            "within ",
            "in about ",
            "in around ",
            "in like ",
            "in ",
            "for the last ",
            "the last ",
            "the past ",
            "the next ");
    ChineseDurations.Range range = EnglishDurations.readRange(cursor);
    if (range == null) {
      cursor.back(start);
      return null;
    }
    if ((led >= 0 && led <= 3) || led == 11) {
      return Found.date(stretch(range.high(), now, 1));
    }
    if (led >= 8) {
      return Found.date(stretch(range.high(), now, -1));
    }
    int trailing =
        EnglishNumber.word(cursor, " from now", " from today", " time", " later", " ago", " back");
    if (led < 0 && trailing < 0) {
      cursor.back(start);
      return null;
    }
    boolean past = trailing >= 4;
    Found point = point(range, now, past ? -1 : 1);
    return led == 4 || led == 5 || led == 6 ? point.with(point.stretch().asVague()) : point;
  }

  private static Stretch stretch(Lapse lapse, LocalDateTime now, int sign) {
    LocalDateTime other = lapse.from(now, sign);
    LocalDateTime first = sign > 0 ? now : other;
    LocalDateTime last = sign > 0 ? other : now;
    return lapse.isClock()
        ? new Stretch(first, last, lapse.grain(), true)
        : Stretch.days(first.toLocalDate(), last.toLocalDate(), Grain.DAY).asVague();
  }

  private static Found point(ChineseDurations.Range range, LocalDateTime now, int sign) {
    Stretch near = reached(range.low(), now, sign);
    Stretch far = reached(range.high(), now, sign);
    if (near.equals(far)) {
      return Found.date(near);
    }
    return Found.date((sign > 0 ? near.through(far) : far.through(near)).asVague());
  }

  private static Stretch reached(Lapse lapse, LocalDateTime now, int sign) {
    LocalDateTime instant = lapse.from(now, sign);
    return lapse.isClock()
        ? Stretch.clock(instant, lapse.grain())
        : Stretch.day(instant.toLocalDate());
  }
}
