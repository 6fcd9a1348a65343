package io.heyue.core.base;

import java.util.UUID;

/** The identity of: A permission for one contact. */
public record PermitId(UUID value) {
  public static PermitId parse(String text) {
    return new PermitId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static PermitId draw(Rng rng) {
    return new PermitId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
