package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.core.base.PhoneNumber;
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

  /** Why no trunk takes a call. */
  enum Lack {
    /** None lets us call from that number. */
    NOT_ALLOWED,
    /** Those that do are ill. */
    ILL,
    /** Those that are well have no channel free. */
    FULL,
    /** Those with room take no more new calls within this second. */
    RATE
  }

  /** What a search found. */
  sealed interface Search {
    /** A trunk, of which a channel is taken. */
    record Found(Trunk trunk) implements Search {}

    /** None: of what is missing, that which came closest. */
    record None(Lack lack) implements Search {}
  }

  /**
   * Takes a channel of a trunk that is well and lets us call from that number: of several the one
   * with most room, so that they fill alike.
   *
   * @param tried that this call tried already
   * @param now nanoseconds of any clock that only goes forward
   */
  synchronized Search search(PhoneNumber from, Set<String> tried, long now) {
    Lack lack = Lack.NOT_ALLOWED;
    TrunkState best = null;
    for (TrunkState state : states.values()) {
      if (tried.contains(state.trunk().name()) || !state.trunk().numbers().contains(from)) {
        continue;
      }
      Optional<Lack> lacks = state.lacks(now);
      if (lacks.isPresent()) {
        lack = lacks.get().compareTo(lack) > 0 ? lacks.get() : lack;
      } else if (best == null || load(state) < load(best)) {
        best = state;
      }
    }
    if (best == null) {
      return new Search.None(lack);
    }
    best.begins(now);
    return new Search.Found(best.trunk());
  }

  /**
   * What is free on all of them.
   *
   * @param now as for {@link #search}
   */
  synchronized TrunkRoom room(long now) {
    return new TrunkRoom(
        states.values().stream().mapToInt(TrunkState::channels).sum(),
        states.values().stream().mapToInt(state -> state.rate(now)).sum());
  }

  private static double load(TrunkState state) {
    return (double) state.standing() / state.trunk().channels();
  }

  /** Takes a channel for a call that comes in; whether one was free. */
  synchronized boolean comes(Trunk trunk) {
    return state(trunk).comes();
  }

  /** Gives the channel back. */
  synchronized void free(Trunk trunk) {
    state(trunk).ends();
  }

  /** Gives it back, of a call that never went out. */
  synchronized void neverBegan(Trunk trunk) {
    state(trunk).neverBegan();
  }

  /**
   * A sign of how a trunk is, by an answer to OPTIONS or by a call.
   *
   * @return whether it became well or ill by it
   */
  synchronized boolean sign(Trunk trunk, boolean good) {
    return state(trunk).sign(good);
  }

  /**
   * It says nothing at all.
   *
   * @return whether it became ill by it
   */
  synchronized boolean silent(Trunk trunk) {
    return state(trunk).silent();
  }

  /** Whether it knows where we are reached. */
  synchronized void registered(Trunk trunk, boolean known) {
    state(trunk).registered(known);
  }

  synchronized boolean registered(Trunk trunk) {
    return state(trunk).registered();
  }

  synchronized int standing(Trunk trunk) {
    return state(trunk).standing();
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

  private TrunkState state(Trunk trunk) {
    TrunkState state = states.get(trunk.name());
    if (state == null) {
      throw new IllegalArgumentException("There is no trunk " + trunk.name() + ".");
    }
    return state;
  }
}
