package io.heyue.store.records;

import io.heyue.core.base.Channel;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What kind of number or address a contact point is. */
public enum ContactKind {
  MOBILE,
  PHONE,
  EMAIL,
  /** An account in the lender's app. */
  APP,
  ADDRESS;

  /** The channels that can reach such a point. */
  public Set<Channel> channels() {
    return switch (this) {
      case MOBILE -> Set.of(Channel.CALL, Channel.SMS);
      case PHONE -> Set.of(Channel.CALL);
      case EMAIL -> Set.of(Channel.EMAIL);
      case APP -> Set.of(Channel.PUSH, Channel.CHAT);
      case ADDRESS -> Set.of(Channel.LETTER, Channel.VISIT);
    };
  }

  /** The word by which files and tables name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ContactKind> find(String id) {
    for (ContactKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
