package io.heyue.core.dialogue;

import java.util.Locale;
import java.util.Optional;

/** Something that was told and must be kept: each becomes an event of the case. */
public enum Mark {
  DISPUTE,
  HARDSHIP,
  VULNERABLE,
  DISTRESS,
  DECEASED,
  LEGAL_REPRESENTATION,
  COMPLAINT,
  STOP,
  FRAUD_CONCERN,
  WRONG_PERSON,
  THIRD_PARTY,
  PAID_CLAIM,
  VERIFIED,
  REFUSED;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Mark> find(String id) {
    for (Mark value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
