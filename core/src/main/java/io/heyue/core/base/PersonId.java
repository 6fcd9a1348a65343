package io.heyue.core.base;

import java.util.UUID;

/** The identity of: A person in the portfolio, whatever accounts they hold. */
public record PersonId(UUID value) {
  public static PersonId parse(String text) {
    return new PersonId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static PersonId draw(Rng rng) {
    return new PersonId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
