package io.heyue.core.base;

import java.util.Locale;
import java.util.Optional;

/** Who the holder of a number is to the borrower. */
public enum Relation {
  SELF,
  GUARANTOR,
  SPOUSE,
  PARENT,
  CHILD,
  SIBLING,
  FRIEND,
  COLLEAGUE,
  EMERGENCY_CONTACT,
  OTHER;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Relation> find(String id) {
    for (Relation value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
