package io.heyue.voice.pace;

import io.heyue.core.base.Check;

/**
 * What decides how many calls may begin for agents who speak themselves. Immutable.
 *
 * @param resources that are free
 * @param agents on duty
 * @param ringing calls that nobody has taken yet
 * @param waiting calls that somebody took and no agent is in
 * @param answered of calls that ended of late, those that were taken
 * @param abandoned of calls that were taken within the time that the law looks at, those in which
 *     no agent came in time
 * @param handled by agents
 */
public record PeopleFacts(
    Resources resources,
    Agents agents,
    int ringing,
    int waiting,
    Counted answered,
    Counted abandoned,
    Handled handled) {
  public PeopleFacts {
    Check.that(ringing >= 0, "ringing", ringing, "0 or more");
    Check.that(waiting >= 0, "waiting", waiting, "0 or more");
  }

  /** Free agents for whom no call rings or waits. */
  int spare() {
    return agents.free() - ringing - waiting;
  }
}
