package io.heyue.core.base;

import java.util.UUID;

/** The identity of: A promise to pay. */
public record PromiseId(UUID value) {
  public static PromiseId parse(String text) {
    return new PromiseId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static PromiseId draw(Rng rng) {
    return new PromiseId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
