package io.heyue.sim.world;

import io.heyue.core.base.Rng;
import java.util.List;

/** Draws from lists and ranges. */
public final class Draws {
  private Draws() {}

  public static <T> T one(List<T> of, Rng rng) {
    return of.get(rng.nextInt(of.size()));
  }

  /** Uniform from {@code from} to {@code to}, both inclusive. */
  public static int between(int from, int to, Rng rng) {
    return from + rng.nextInt(to - from + 1);
  }
}
