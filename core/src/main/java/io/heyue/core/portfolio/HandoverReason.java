package io.heyue.core.portfolio;

import java.util.Locale;
import java.util.Optional;

/** Why a person takes over. */
public enum HandoverReason {
  REQUESTED,
  MISUNDERSTOOD,
  OUTSIDE_AUTHORITY,
  ABUSE,
  DISTRESS,
  HARDSHIP,
  VULNERABILITY,
  LEGAL_REPRESENTATION,
  VERIFICATION_FAILED,
  COMPLAINT,
  DECEASED,
  DISPUTE,
  ALREADY_WITH_SERVICE,
  GUARD_REFUSED;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HandoverReason> find(String id) {
    for (HandoverReason value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
