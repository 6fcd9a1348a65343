package io.heyue.core.base;

import java.util.Locale;
import java.util.Optional;

/** What a lender or collector is licensed as; rules differ by it. */
public enum Licence {
  BANK,
  CONSUMER_FINANCE,
  MICRO_LOAN,
  AGENCY,
  ASSIGNEE,
  OTHER;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Licence> find(String id) {
    for (Licence value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
