package io.heyue.store.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where and when an entry was written, by which entries of several chains are put in the order in
 * which things came about.
 *
 * <p>A chain tells what came first of what stands in it. Between chains there is only the time, and
 * what one transaction writes all bears the same: there what came of a message follows the contact
 * that it was, and a turn the contact that opened its conversation.
 *
 * @param kind the word of an {@link Entry.Kind}
 */
public record Place(Instant at, int stripe, long number, String kind) {
  private static final Comparator<Place> BY_CAUSE =
      Comparator.comparingInt(Place::rank).thenComparingInt(Place::stripe);

  /** The {@code all} in the order in which they came about; the same whatever order they are in. */
  public static <T> List<T> inOrder(List<T> all, Function<T, Place> place) {
    TreeMap<Instant, TreeMap<Integer, TreeMap<Long, T>>> byTime = new TreeMap<>();
    for (T each : all) {
      Place of = place.apply(each);
      byTime
          .computeIfAbsent(of.at(), _ -> new TreeMap<>())
          .computeIfAbsent(of.stripe(), _ -> new TreeMap<>())
          .put(of.number(), each);
    }
    List<T> ordered = new ArrayList<>(all.size());
    byTime.values().forEach(chains -> merge(chains, place, ordered));
    return ordered;
  }

  /**
   * What was written at one instant: of the first that each chain has left, the one that begins.
   */
  private static <T> void merge(
      TreeMap<Integer, TreeMap<Long, T>> chains, Function<T, Place> place, List<T> ordered) {
    while (!chains.isEmpty()) {
      T next =
          chains.values().stream()
              .map(chain -> chain.firstEntry().getValue())
              .min(Comparator.comparing(place, BY_CAUSE))
              .orElseThrow();
      Place of = place.apply(next);
      ordered.add(next);
      Map<Long, T> chain = chains.get(of.stripe());
      if (chain != null) {
        chain.remove(of.number());
        if (chain.isEmpty()) {
          chains.remove(of.stripe());
        }
      }
    }
  }

  /** The lower, the earlier of what was written at one instant. */
  private int rank() {
    return switch (kind) {
      case "outside" -> 0;
      case "stop", "contact", "refusal" -> 1;
      case "turn", "human" -> 2;
      case "delivery" -> 4;
      default -> 3;
    };
  }
}
