package io.heyue.voice.pace;

import io.heyue.core.base.Check;

/**
 * What a call needs beside people, as far as it is free now. Immutable.
 *
 * @param channels of trunks that are well
 * @param rate calls that trunks still let us begin within this second
 * @param slots calls that recognition and synthesis can still serve at once
 * @param permits contacts that were permitted and not begun
 */
public record Resources(int channels, int rate, int slots, int permits) {
  public Resources {
    Check.that(channels >= 0, "channels", channels, "0 or more");
    Check.that(rate >= 0, "rate", rate, "0 or more");
    Check.that(slots >= 0, "slots", slots, "0 or more");
    Check.that(permits >= 0, "permits", permits, "0 or more");
  }

  /** As many calls as all of them allow, and which of them allows no more. */
  Pace pace() {
    Pace least = new Pace(channels, Pace.CHANNELS);
    least = least.orLess(rate, Pace.RATE);
    least = least.orLess(slots, Pace.SLOTS);
    return least.orLess(permits, Pace.PERMITS);
  }
}
