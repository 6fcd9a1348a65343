package io.heyue.core.base;

import java.util.UUID;

/** The identity of: A number or address at which a person can be reached. */
public record ContactPointId(UUID value) {
  public static ContactPointId parse(String text) {
    return new ContactPointId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static ContactPointId draw(Rng rng) {
    return new ContactPointId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
