package io.heyue.app.api;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of a few words that a request may hold. */
final class OneOf {
  /** What looks like a word of ours may be repeated; anything else may be somebody's name. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z_-]{1,30}");

  private OneOf() {}

  /**
   * The constant called {@code id}; empty where there is no {@code id}.
   *
   * @param what the field
   * @param all what it may be
   * @param name how each is called
   * @throws Unusable naming what it may be, if it is none of these
   */
  static <T> Optional<T> find(
      String what, @Nullable String id, Collection<T> all, Function<T, String> name) {
    if (id == null) {
      return Optional.empty();
    }
    Optional<T> found = all.stream().filter(each -> name.apply(each).equals(id)).findFirst();
    if (found.isEmpty()) {
      throw new Unusable(
          what
              + (WORD.matcher(id).matches() ? " '" + id + "'" : "")
              + " is none that is known. Maybe "
              + all.stream().map(name).collect(Collectors.joining(", "))
              + ".");
    }
    return found;
  }

  /**
   * The same where there must be one.
   *
   * @throws Unusable also where there is none
   */
  static <T> T need(String what, @Nullable String id, Collection<T> all, Function<T, String> name) {
    return find(what, id == null ? "" : id, all, name).orElseThrow();
  }
}
