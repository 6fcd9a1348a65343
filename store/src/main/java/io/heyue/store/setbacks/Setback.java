package io.heyue.store.setbacks;

import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One item that was put aside.
 *
 * @param id the same each time that the item is put aside
 * @param item what it is, by ids: see {@link Kind}
 * @param tries how often it was tried
 * @param reason the kind of failure and where it came up; never what it was about
 * @param dismissedBy who said that it is not to be done
 */
public record Setback(
    UUID id,
    Kind kind,
    String item,
    int tries,
    Instant firstAt,
    Instant nextAt,
    String reason,
    State state,
    Optional<String> dismissedBy,
    Optional<Instant> dismissedAt,
    Optional<String> dismissedReason) {

  /** Where one stands. */
  public enum State {
    /** It will be tried again. */
    WAITING,
    /** It failed too often; somebody must look. */
    GIVEN_UP,
    /** Somebody looked, and it is not to be done. */
    DISMISSED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> find(String id) {
      for (State value : values()) {
        if (value.id().equals(id)) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }
  }

  /** Names the item and hides what somebody wrote about it. */
  @Override
  public String toString() {
    return "Setback[" + kind + " " + item + " " + state + "]";
  }
}
