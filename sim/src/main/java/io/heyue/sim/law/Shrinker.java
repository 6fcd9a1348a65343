package io.heyue.sim.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Shrinks a list to a short one that still fails, by delta debugging (Zeller, Hildebrandt:
 * Simplifying and isolating failure-inducing input, 2002). Pure.
 */
public final class Shrinker {
  private Shrinker() {}

  /**
   * A part of {@code whole} that still fails, of which no single element can be left out.
   *
   * @param fails tells whether a part fails; the whole must
   */
  public static <T> List<T> shrink(List<T> whole, Predicate<List<T>> fails) {
    List<T> current = List.copyOf(whole);
    int parts = 2;
    while (current.size() >= 2) {
      List<T> smaller = smaller(current, Math.min(parts, current.size()), fails);
      if (smaller.size() < current.size()) {
        current = smaller;
        parts = Math.max(parts - 1, 2);
      } else if (parts >= current.size()) {
        return current;
      } else {
        parts = Math.min(parts * 2, current.size());
      }
    }
    return current;
  }

  /** The list without one of its parts, if it still fails then; else the list itself. */
  private static <T> List<T> smaller(List<T> whole, int parts, Predicate<List<T>> fails) {
    int size = whole.size();
    for (int i = 0; i < parts; i++) {
      List<T> rest = new ArrayList<>(whole.subList(0, i * size / parts));
      rest.addAll(whole.subList((i + 1) * size / parts, size));
      if (fails.test(rest)) {
        return rest;
      }
    }
    return whole;
  }
}
