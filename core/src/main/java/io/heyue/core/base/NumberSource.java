package io.heyue.core.base;

import java.util.Locale;
import java.util.Optional;

/** Where a number or address came from. */
public enum NumberSource {
  /** Stated in the contract. */
  CONTRACT,
  /** Left by the borrower as a contact. */
  RESERVED_CONTACT,
  DEBTOR_AUTHORISATION,
  /** A lawful public channel. */
  PUBLIC_CHANNEL,
  /** Told by a contact whom the borrower had named. */
  TOLD_BY_CONTACT,
  /** From a bureau under the borrower's authorisation. */
  BUREAU_AUTHORISED;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NumberSource> find(String id) {
    for (NumberSource value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
