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

  /** A wished length, brought into bounds. */
  static int limit(int wished) {
    return Math.max(1, Math.min(MOST, wished));
  }
}
