package io.heyue.core.base;

import java.util.UUID;

/** The identity of: An account in the portfolio. */
public record AccountId(UUID value) {
  public static AccountId parse(String text) {
    return new AccountId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static AccountId draw(Rng rng) {
    return new AccountId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
