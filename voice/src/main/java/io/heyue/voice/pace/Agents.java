package io.heyue.voice.pace;

import io.heyue.core.base.Check;

/**
 * People on duty who take calls. Immutable.
 *
 * @param free could take one at once
 * @param busy are in one, or write down what it was about
 */
public record Agents(int free, int busy) {
  /** Nobody is on duty. */
  public static final Agents NONE = new Agents(0, 0);

  public Agents {
    Check.that(free >= 0, "free", free, "0 or more");
    Check.that(busy >= 0, "busy", busy, "0 or more");
  }

  boolean onDuty() {
    return free + busy > 0;
  }
}
