package io.heyue.core.dialogue;

import java.util.Locale;
import java.util.Optional;

/** Who goes on with a conversation. */
public enum Team {
  /** We do. */
  GO_ON,
  NEGOTIATION,
  SUPERVISOR;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Team> find(String id) {
    for (Team value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
