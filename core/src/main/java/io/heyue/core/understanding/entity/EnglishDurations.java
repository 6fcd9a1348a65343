package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lengths of time in English: three days, a couple of weeks, half an hour, an hour and a half. */
final class EnglishDurations implements Recogniser {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final String[] WORDS = {
    "business days",
    "business day",
    "working days",
    "working day",
    "years",
    "year",
    "quarters",
    "quarter",
    "months",
    "month",
    "weeks",
    "week",
    "fortnights",
    "fortnight",
    "days",
    "day",
    "hours",
    "hour",
    "hrs",
    "hr",
    "minutes",
    "minute",
    "mins",
    "min",
    "seconds",
    "second"
  };
  private static final Lapse.Unit[] UNITS = {
    Lapse.Unit.WORKDAY,
    Lapse.Unit.WORKDAY,
    Lapse.Unit.WORKDAY,
    Lapse.Unit.WORKDAY,
    Lapse.Unit.YEAR,
    Lapse.Unit.YEAR,
    Lapse.Unit.QUARTER,
    Lapse.Unit.QUARTER,
    Lapse.Unit.MONTH,
    Lapse.Unit.MONTH,
    Lapse.Unit.WEEK,
    Lapse.Unit.WEEK,
    Lapse.Unit.WEEK,
    Lapse.Unit.WEEK,
    Lapse.Unit.DAY,
    Lapse.Unit.DAY,
    Lapse.Unit.HOUR,
    Lapse.Unit.HOUR,
    Lapse.Unit.HOUR,
    Lapse.Unit.HOUR,
    Lapse.Unit.MINUTE,
    Lapse.Unit.MINUTE,
    Lapse.Unit.MINUTE,
    Lapse.Unit.MINUTE,
    Lapse.Unit.SECOND,
    Lapse.Unit.SECOND
  };

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    ChineseDurations.Range range = readRange(cursor);
    if (range == null || isIdle(cursor, start)) {
      return null;
    }
    Value low = range.low().value();
    Value high = range.high().value();
    List<Value> others = low.equals(high) ? List.of() : List.of(high);
    boolean vague = range.low().vague() || EnglishVague.around(scene, start, cursor);
    return new Mention(EntityType.DURATION, start, cursor.at(), low, others, vague, 0.9);
  }

  /** "Give me a second" asks for patience, and "35 years old" is an age. */
  private static boolean isIdle(Cursor cursor, int start) {
    String words = cursor.text().substring(start, cursor.at());
    boolean moment =
        words.equals("a second") || words.equals("one second") || words.equals("a minute");
    return moment || cursor.seesAny(" old", "-old");
  }

  /** A length, or two with one unit (two to three days); null if none stands here. */
  static ChineseDurations.@Nullable Range readRange(Cursor cursor) {
    int start = cursor.at();
    ChineseDurations.Range range = read(cursor);
    if (range == null) {
      cursor.back(start);
    }
    return range;
  }

  private static ChineseDurations.@Nullable Range read(Cursor cursor) {
    boolean half = EnglishNumber.word(cursor, "half a", "half an") >= 0;
    Count count = half ? null : amount(cursor);
    if (!half && count == null) {
      return null;
    }
    Count most = count;
    int joint = cursor.at();
    if (count != null && cursor.takeAny(" to ", " or ", "-")) {
      Count second = EnglishNumber.read(cursor);
      most = second == null ? count : second;
      if (second == null) {
        cursor.back(joint);
      }
    }
    boolean mixed = EnglishNumber.word(cursor, " and a half") >= 0;
    cursor.takeAny("-", " ");
    EnglishNumber.word(cursor, "more ", "full ");
    int which = EnglishNumber.word(cursor, WORDS);
    if (which < 0) {
      return null;
    }
    boolean late = !mixed && EnglishNumber.word(cursor, " and a half") >= 0;
    BigDecimal extra = half || mixed || late ? HALF : BigDecimal.ZERO;
    BigDecimal low = count == null ? extra : count.low().add(extra);
    BigDecimal high = most == null ? extra : most.high().add(extra);
    if (WORDS[which].startsWith("fortnight")) {
      low = low.multiply(BigDecimal.TWO);
      high = high.multiply(BigDecimal.TWO);
    }
    Lapse least = Lapse.of(low, UNITS[which]);
    boolean vague = (count != null && count.vague()) || low.compareTo(high) != 0;
    return new ChineseDurations.Range(
        vague ? least.asVague() : least, Lapse.of(high, UNITS[which]));
  }

  private static @Nullable Count amount(Cursor cursor) {
    int start = cursor.at();
    if (EnglishNumber.word(cursor, "a", "an", "one") >= 0) {
      int end = cursor.at();
      cursor.space();
      if (EnglishNumber.word(cursor, WORDS) >= 0) {
        cursor.back(end);
        return Count.of(1);
      }
    }
    cursor.back(start);
    return EnglishNumber.read(cursor);
  }
}
