package io.heyue.app.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next hand it in as {@code after} to get what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  private static final int MOST = 200;

  public Page {
    items = List.copyOf(items);
  }

  /** A page of {@code limit} from a list that was read one longer. */
  static <T> Page<T> of(List<T> read, int limit, Function<T, String> cursor) {
    if (read.size() <= limit) {
      return new Page<>(read, null);
    }
    List<T> items = read.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  /**
   * The part after the first {@code after} of a list to which things are only added, so that a
   * place in it stays the same place.
   */
  static <T> Page<T> part(List<T> whole, long after, int limit) {
    int from = Math.clamp(after, 0, whole.size());
    int to = Math.min(whole.size(), from + limit);
    return new Page<>(whole.subList(from, to), to < whole.size() ? String.valueOf(to) : null);
  }

  /** A wished length, brought into bounds. */
  static int limit(int wished) {
    return Math.max(1, Math.min(MOST, wished));
  }
}
