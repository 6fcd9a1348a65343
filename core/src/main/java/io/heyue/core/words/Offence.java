package io.heyue.core.words;

import java.util.Locale;
import java.util.Optional;

/** What words may do to somebody that no words of ours may do. */
public enum Offence {
  THREAT,
  INSULT,
  INTIMIDATION,
  FALSE_AUTHORITY,
  COERCION,
  SHAMING,
  THIRD_PARTY_DISCLOSURE,
  PRIVACY,
  FALSE_URGENCY,
  INDUCING_NEW_DEBT,
  HIDDEN_EXTRA_CHARGE;

  /** The word by which rules, examples and answers name it, such as {@code false_urgency}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Offence> find(String id) {
    for (Offence offence : values()) {
      if (offence.id().equals(id)) {
        return Optional.of(offence);
      }
    }
    return Optional.empty();
  }
}
