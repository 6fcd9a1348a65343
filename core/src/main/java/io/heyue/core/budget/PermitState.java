package io.heyue.core.budget;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a permit has come, and what it counts for meanwhile. */
public enum PermitState {
  /** Given to somebody who may be about to make the contact. Counts as if it had been made. */
  RESERVED(EnumSet.allOf(Counter.class)),

  /** The contact may have been made, and nobody knows yet whom it reached. */
  USED(EnumSet.allOf(Counter.class)),

  /**
   * Never used, and too late to be. Nobody was reached; but it stays an attempt, so that whoever
   * reserves and dies, again and again, comes to an end.
   */
  EXPIRED(EnumSet.of(Counter.ATTEMPTS)),

  /** Given back before it was used: the contact was never made, and counts for nothing. */
  RELEASED(EnumSet.noneOf(Counter.class)),

  /** The right party was reached. */
  REACHED(EnumSet.allOf(Counter.class)),

  /** Tried, and shown to have reached nobody whom it concerns. */
  MISSED(EnumSet.of(Counter.ATTEMPTS));

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<Counter> counted;

  PermitState(Set<Counter> counted) {
    this.counted = Set.copyOf(counted);
  }

  /** Whether a permit in this state is one of those that {@code counter} counts. */
  public boolean counts(Counter counter) {
    return counted.contains(counter);
  }

  /** Whether the right party was reached; null while nobody knows, which counts as reached. */
  public @Nullable Boolean effective() {
    return switch (this) {
      case RESERVED, USED -> null;
      case REACHED -> true;
      case EXPIRED, RELEASED, MISSED -> false;
    };
  }

  /** The word by which the database names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PermitState> find(String id) {
    for (PermitState state : values()) {
      if (state.id().equals(id)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
