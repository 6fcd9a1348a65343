package io.heyue.app.engine;

import java.time.Duration;

/**
 * What may be done after a call that reached nobody. It only narrows what the contact budget
 * allows: whether there is another call is judged anew when its time has come.
 */
public sealed interface Redial {
  /**
   * Another call may be tried.
   *
   * @param after how long at the earliest from the end of this one
   * @param perDay how many calls on one day of the person that failed like this are enough
   */
  record Again(Duration after, int perDay) implements Redial {}

  /** The number isn't called until somebody has looked at it; it may be written to. */
  record Barred() implements Redial {}

  /** The number leads to nobody. */
  record Bad() implements Redial {}
}
