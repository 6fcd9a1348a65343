package io.heyue.core.understanding.entity;

import org.jspecify.annotations.Nullable;

/**
 * A time that was read, and how much of it was guessed.
 *
 * @param stretch the time
 * @param dated whether the words name a day, or only a time of day
 * @param guess the leaning under which the words give another reading, null if there is none
 * @param part the part of the day that was named, which the end of a range inherits
 */
record Found(Stretch stretch, boolean dated, @Nullable Leaning guess, @Nullable DayPart part) {

  static Found date(Stretch stretch) {
    return new Found(stretch, true, null, null);
  }

  static Found guessed(Stretch stretch, Leaning guess) {
    return new Found(stretch, true, guess, null);
  }

  Found with(Stretch other) {
    return new Found(other, dated, guess, part);
  }
}
