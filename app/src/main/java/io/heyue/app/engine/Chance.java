package io.heyue.app.engine;

import io.heyue.core.base.Rng;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Where seeds and secrets come from: the operating system, or in the simulated world a seed.
 * Thread-safe.
 */
public final class Chance {
  private final RandomGenerator source;

  private Chance(RandomGenerator source) {
    this.source = source;
  }

  public static Chance secure() {
    return new Chance(new SecureRandom());
  }

  /** The same numbers each time; never for a system that real people are written to from. */
  public static Chance seeded(long seed) {
    Rng rng = Rng.seeded(seed);
    return new Chance(rng::nextLong);
  }

  /** A generator with a seed of its own, for one decision. */
  synchronized Rng rng() {
    return Rng.seeded(source.nextLong());
  }

  /** 192 bits as 48 hexadecimal digits. */
  synchronized String secret() {
    StringBuilder secret = new StringBuilder(48);
    for (int i = 0; i < 3; i++) {
      secret.append(HexFormat.of().toHexDigits(source.nextLong()));
    }
    return secret.toString();
  }
}
