package io.heyue.core.base;

/** How fine a stated time is. */
public enum Grain {
  YEAR,
  MONTH,
  WEEK,
  DAY,
  HOUR,
  MINUTE,
  SECOND
}
