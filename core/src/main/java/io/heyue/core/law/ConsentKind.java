package io.heyue.core.law;

import io.heyue.core.base.Channel;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have agreed to, or taken back. */
public enum ConsentKind {
  /** To be spoken to by an artificial voice. */
  AI_VOICE,
  CALL,
  SMS,
  EMAIL,
  PUSH,
  CHAT,
  LETTER,
  VISIT,
  /** To be contacted at this time, though it is outside the usual hours. */
  AGREED_HOURS;

  /** The word by which files and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The consent to being contacted by {@code channel}. */
  public static ConsentKind of(Channel channel) {
    return switch (channel) {
      case CALL -> CALL;
      case SMS -> SMS;
      case EMAIL -> EMAIL;
      case PUSH -> PUSH;
      case CHAT -> CHAT;
      case LETTER -> LETTER;
      case VISIT -> VISIT;
    };
  }

  public static Optional<ConsentKind> find(String id) {
    for (ConsentKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
