package io.heyue.sim.law.house;

import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Happening.Outside;
import io.heyue.sim.law.world.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reserves contacts before they are made. */
public interface Budget {
  /** Asks for a contact; a retry gets what the first try got. */
  Judged reserve(Asked asked);

  /**
   * What was said to a contact.
   *
   * @param asked with the history by which it was judged
   */
  record Judged(Asked asked, Answer answer) {}

  /** Uses a permit up; false where there is none, or it was used, or has ended. */
  boolean use(int key, Instant now);

  /** Gives a permit back whose contact was never made, and never will be. */
  void release(int key, Instant now);

  /** Notes what became of a contact; null where nobody can know. */
  void settle(int key, @Nullable Boolean effective, Instant now);

  /** Notes a contact that an agency made by itself. */
  void report(Outside outside, World.Point point);

  /** What it counts for a contact; null where it was told that the history is unknown. */
  @Nullable List<Asked.Past> past(Asked asked);
}
