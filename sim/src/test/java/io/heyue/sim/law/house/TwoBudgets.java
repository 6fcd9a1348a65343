package io.heyue.sim.law.house;

import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Asked.Past;
import io.heyue.sim.law.world.Happening.Outside;
import io.heyue.sim.law.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks two budgets the same, and notes where they differ. */
final class TwoBudgets implements Budget {
  private final Budget real;
  private final Budget other;
  private final List<String> differences = new ArrayList<>();

  TwoBudgets(Budget real, Budget other) {
    this.real = real;
    this.other = other;
  }

  List<String> differences() {
    return List.copyOf(differences);
  }

  @Override
  public Judged reserve(Asked asked) {
    Judged judged = real.reserve(asked);
    Judged second = other.reserve(asked);
    boolean same =
        judged.answer().until().equals(second.answer().until())
            && judged.answer().lawfulFrom().equals(second.answer().lawfulFrom());
    if (!same) {
      differences.add(
          "contact %d: %s, in memory %s".formatted(asked.key(), judged.answer(), second.answer()));
    }
    return judged;
  }

  @Override
  public boolean use(int key, Instant now) {
    boolean used = real.use(key, now);
    if (used != other.use(key, now)) {
      differences.add("contact %d: used %s, in memory not so".formatted(key, used));
    }
    return used;
  }

  @Override
  public void release(int key, Instant now) {
    real.release(key, now);
    other.release(key, now);
  }

  @Override
  public void settle(int key, @Nullable Boolean effective, Instant now) {
    real.settle(key, effective, now);
    other.settle(key, effective, now);
  }

  @Override
  public void report(Outside outside, World.Point point) {
    real.report(outside, point);
    other.report(outside, point);
  }

  @Override
  public @Nullable List<Past> past(Asked asked) {
    var _ = other.past(asked);
    return real.past(asked);
  }
}
