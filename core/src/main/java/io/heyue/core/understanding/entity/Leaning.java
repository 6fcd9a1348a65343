package io.heyue.core.understanding.entity;

/** Which way an ambiguous time is read. */
enum Leaning {
  /** The next one on or after today: promises look ahead. */
  NEXT,
  /** The one of the current year or month, even if it has passed. */
  CURRENT,
  /** The last one that has begun: the words tell of what happened then (九月十五号还的). */
  PAST,
  /** A week on: "Friday" may mean next week's. */
  LATER,
  /** The other half of the day: three o'clock by night or in the afternoon. */
  OTHER_HALF,
  /** Not a point but everything behind it: "after three days" may be any later day. */
  OPEN,
  /** Not the day but its whole week or month: "in four weeks" may be any day of that one. */
  WHOLE,
  /** The day before the month: 12/05 is 5 December here and 12 May there. */
  DAY_FIRST
}
