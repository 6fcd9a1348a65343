package io.heyue.core.dialogue;

import java.util.Locale;
import java.util.Optional;

/** What is being negotiated. */
public enum Topic {
  /** Everything or a part by a day. */
  PAY,
  /** What stays owed after a part that was agreed on. */
  REST,
  /** More time. */
  EXTENSION,
  /** A plan. */
  INSTALMENT,
  /** Less. */
  REDUCTION,
  /** The person can't pay; whatever helps. */
  RELIEF;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> find(String id) {
    for (Topic value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
