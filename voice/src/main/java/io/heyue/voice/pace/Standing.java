package io.heyue.voice.pace;

import io.heyue.core.base.Check;

/**
 * Calls that stand now. Immutable.
 *
 * @param ringing begun, and nobody has taken them yet
 * @param talking with the machine; nobody asked for a person yet
 * @param waiting for a person who was asked for and isn't there yet
 */
public record Standing(int ringing, int talking, int waiting) {
  /** None. */
  public static final Standing NONE = new Standing(0, 0, 0);

  public Standing {
    Check.that(ringing >= 0, "ringing", ringing, "0 or more");
    Check.that(talking >= 0, "talking", talking, "0 or more");
    Check.that(waiting >= 0, "waiting", waiting, "0 or more");
  }
}
