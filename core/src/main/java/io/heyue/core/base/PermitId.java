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

  /**
   * The identity that belongs to an attempt: the same key gives the same, always and everywhere, so
   * that whoever asks again asks for the same contact.
   *
   * @param attempt what is tried and which time, such as a campaign, an account and a count
   */
  public static PermitId keyed(String attempt) {
    return new PermitId(Uuids.named("permit/" + attempt));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
