package io.heyue.core.base;

import java.util.Locale;
import java.util.Optional;

/** Why somebody must not be contacted about a debt. */
public enum HoldKind {
  DISPUTE,
  HARDSHIP,
  COMPLAINT,
  STOP,
  DECEASED,
  LEGAL_REPRESENTATION,
  BREATHING_SPACE,
  BANKRUPTCY,
  /** The person says it is paid; it is being looked up. */
  PENDING_PAYMENT,
  /** Somebody spoke of harming themselves; only people may contact them. */
  DISTRESS,
  /** A payment came in; there is nothing to ask for until the books are read again. */
  PAID;

  /** Whether it is about the person, and so bars contact about any other debt of theirs too. */
  public boolean personal() {
    return switch (this) {
      case STOP, DECEASED, LEGAL_REPRESENTATION, BREATHING_SPACE, BANKRUPTCY, DISTRESS -> true;
      case DISPUTE, HARDSHIP, COMPLAINT, PENDING_PAYMENT, PAID -> false;
    };
  }

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HoldKind> find(String id) {
    for (HoldKind value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
