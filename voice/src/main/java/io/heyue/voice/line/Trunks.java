package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.core.base.PhoneNumber;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All trunks, and which of them a call takes. Thread-safe. */
final class Trunks {
  private final Map<String, TrunkState> states = new LinkedHashMap<>();

  Trunks(List<Trunk> trunks) {
    for (Trunk trunk : trunks) {
      TrunkState before = states.put(trunk.name(), new TrunkState(trunk));
      Check.that(before == null, "trunk", trunk.name(), "named once");
    }
  }

  /**
   * Takes a channel of a trunk that is well and lets us call from that number: of several the one
   * with most room, so that they fill alike.
   *
   * @param tried that this call tried already
   * @param now nanoseconds of any clock that only goes forward
   * @return empty where there is none now
   */
  synchronized Optional<Trunk> take(PhoneNumber from, Set<String> tried, long now) {
    Optional<TrunkState> found =
        states.values().stream()
            .filter(state -> !tried.contains(state.trunk().name()))
            .filter(state -> state.trunk().numbers().contains(from))
            .filter(state -> state.free(now))
            .min(
                Comparator.comparingDouble(
                    state -> (double) state.standing() / state.trunk().channels()));
    found.ifPresent(state -> state.begins(now));
    return found.map(TrunkState::trunk);
  }

  /** Gives the channel back. */
  synchronized void free(Trunk trunk) {
    state(trunk).ends();
  }

  /**
   * A sign of how a trunk is, by an answer to OPTIONS or by a call.
   *
   * @return whether it became well or ill by it
   */
  synchronized boolean sign(Trunk trunk, boolean good) {
    return state(trunk).sign(good);
  }

  synchronized boolean well(Trunk trunk) {
    return state(trunk).well();
  }

  /** Calls that stand, on all of them. */
  synchronized int standing() {
    return states.values().stream().mapToInt(TrunkState::standing).sum();
  }

  synchronized List<Trunk> list() {
    return states.values().stream().map(TrunkState::trunk).toList();
  }

  /** Whether any of them ever lets us call from that number. */
  synchronized boolean allows(PhoneNumber from) {
    return states.values().stream().anyMatch(state -> state.trunk().numbers().contains(from));
  }

  private TrunkState state(Trunk trunk) {
    TrunkState state = states.get(trunk.name());
    if (state == null) {
      throw new IllegalArgumentException("There is no trunk " + trunk.name() + ".");
    }
    return state;
  }
}
