package io.heyue.sim.kill;

import java.time.Duration;
import java.util.List;

/**
 * One kill, as the people who were called saw it.
 *
 * @param database whether the database server was killed with the program
 * @param at when, of {@link System#nanoTime}
 * @param live the calls that stood then
 * @param ringing how many rang then
 */
record Killing(boolean database, long at, List<PeerCall> live, int ringing) {
  /** What was sent before is heard by then. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  Killing {
    live = List.copyOf(live);
  }

  boolean noticed() {
    return live.stream().allMatch(call -> call.endedAt() != 0);
  }

  /**
   * Whether one of them was spoken to when nobody was left who knew of their call: they heard
   * another one, whose ports for audio are those of theirs.
   */
  boolean overheard() {
    return live.stream().anyMatch(call -> call.loudAt() - at > UNDER_WAY.toNanos());
  }

  /** How long until the last of them was without a call. */
  Duration untilAllEnded() {
    return Duration.ofNanos(live.stream().mapToLong(call -> call.endedAt() - at).max().orElse(0));
  }
}
