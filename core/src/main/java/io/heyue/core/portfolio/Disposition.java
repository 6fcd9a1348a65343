package io.heyue.core.portfolio;

import java.util.Locale;
import java.util.Optional;

/** How a conversation ended. */
public enum Disposition {
  PROMISE,
  PLAN,
  PARTIAL_PROMISE,
  EXTENSION,
  ALREADY_PAID,
  DISPUTE,
  HARDSHIP,
  VULNERABLE,
  DISTRESS,
  WRONG_PERSON,
  THIRD_PARTY,
  DECEASED,
  STOP_CONTACT,
  COMPLAINT,
  HANDOVER,
  CALLBACK,
  FRAUD_CONCERN,
  REFUSED,
  NO_AGREEMENT,
  NOT_REACHED,
  MACHINE;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Disposition> find(String id) {
    for (Disposition value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
