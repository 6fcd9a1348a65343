package io.heyue.core.base;

import java.util.Locale;
import java.util.Optional;

/** Why we reach out. */
public enum Purpose {
  /** We begin. */
  OUTREACH,
  /** The person wrote or called, and we answer. */
  REPLY,
  /** What was agreed, in writing. */
  CONFIRMATION,
  /** Asking a contact how the borrower can be reached; never about a debt. */
  LOCATE;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> find(String id) {
    for (Purpose value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
