package io.heyue.core.dialogue;

import java.util.Locale;
import java.util.Optional;

/**
 * Who goes on with a conversation, and from when on.
 *
 * @param team who
 * @param when from when on; says nothing where we go on ourselves
 */
public record Route(Team team, When when) {
  /** We go on ourselves. */
  public static final Route GO_ON = new Route(Team.GO_ON, When.AT_ONCE);

  /** From when on a team goes on. */
  public enum When {
    /** As soon as it was heard. */
    AT_ONCE,
    /** Once the person was offered whatever the lender lets us offer, and none of it fits. */
    NOTHING_LEFT;

    /** The word by which tables name it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<When> find(String id) {
      for (When value : values()) {
        if (value.id().equals(id)) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }
  }
}
