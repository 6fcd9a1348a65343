package io.heyue.core.base;

import java.util.Locale;
import java.util.Optional;

/** A way by which people are reached. */
public enum Channel {
  /** A telephone call. */
  CALL,
  SMS,
  EMAIL,
  /** A push message of the lender's app. */
  PUSH,
  /** A conversation on a web page or in an app. */
  CHAT,
  LETTER,
  VISIT;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Channel> find(String id) {
    for (Channel value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
