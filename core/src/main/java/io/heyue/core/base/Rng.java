package io.heyue.core.base;

/**
 * Chance as an argument: the kernel never draws from the air.
 *
 * <p>Not thread-safe; one per decision, made from a seed that the ledger keeps, so that every
 * random choice can be made again.
 */
public final class Rng {
  private final long seed;
  private long state;

  private Rng(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  public static Rng seeded(long seed) {
    return new Rng(seed);
  }

  /** The seed that it was made from; what the ledger keeps. */
  public long seed() {
    return seed;
  }

  /**
   * A generator of its own for {@code name}; the same seed and name give the same numbers, however
   * many were drawn before.
   */
  public Rng fork(String name) {
    long hash = seed;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i));
    }
    return new Rng(hash);
  }

  /** The next 64 bits, by SplitMix64 (Steele, Lea, Flood: Fast splittable generators, 2014). */
  public long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** Uniform in 0 (inclusive) to 1 (exclusive). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in 0 (inclusive) to {@code bound} (exclusive). */
  public int nextInt(int bound) {
    Check.that(bound > 0, "bound", bound, "positive");
    return (int) (nextDouble() * bound);
  }

  public boolean chance(double probability) {
    return nextDouble() < probability;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
