package io.heyue.core.base;

import java.util.UUID;

/** The identity of: A case: one account that is being worked. */
public record CaseId(UUID value) {
  public static CaseId parse(String text) {
    return new CaseId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static CaseId draw(Rng rng) {
    return new CaseId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
