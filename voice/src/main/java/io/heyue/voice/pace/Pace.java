package io.heyue.voice.pace;

import io.heyue.core.base.Check;

/**
 * How many calls may begin now. Immutable.
 *
 * @param calls 0 or more
 * @param limit what allows no more; one of the names below
 */
public record Pace(int calls, String limit) {
  /** No more channels of trunks are free. */
  public static final String CHANNELS = "trunk channels";

  /** The trunks let no more calls begin within this second. */
  public static final String RATE = "trunk rate";

  /** Recognition or synthesis serves no more calls. */
  public static final String SLOTS = "speech slots";

  /** No more contacts are permitted. */
  public static final String PERMITS = "permits";

  /** With more calls, too often nobody would be free for whoever asks for a person. */
  public static final String AGENTS = "agents";

  public Pace {
    Check.that(calls >= 0, "calls", calls, "0 or more");
    Check.filled("limit", limit);
  }

  /** This one, or another where it allows less. */
  Pace orLess(int others, String other) {
    return others < calls ? new Pace(others, other) : this;
  }
}
