package io.heyue.sim.play;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object of a script: its keys are known, its values typed, and every fault is named. */
final class Fields {
  private final String where;
  private final JsonNode object;

  /**
   * @param where how the object is named to people, such as {@code account}
   * @param known all keys that it may have
   * @throws IllegalArgumentException if it is no object or has another key
   */
  Fields(String where, JsonNode object, List<String> known) {
    this.where = where;
    this.object = object;
    if (!object.isObject()) {
      throw new IllegalArgumentException(
          "The " + where + " must be an object in braces, not " + object + ".");
    }
    object
        .propertyNames()
        .forEach(key -> {
          if (!known.contains(key)) {
            throw new IllegalArgumentException(
                "The " + where + " has no key '" + key + "'. " + Near.maybe(key, known));
          }
        });
  }

  Optional<JsonNode> find(String key) {
    JsonNode node = object.get(key);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  /** Whether the key is there and null: known to be unknown. */
  boolean isNull(String key) {
    JsonNode node = object.get(key);
    return node != null && node.isNull();
  }

  Optional<String> text(String key) {
    return find(key).map(node -> node.isString() ? node.stringValue() : node.toString());
  }

  Optional<BigDecimal> decimal(String key) {
    return read(key, "a decimal such as \"3280.50\"", BigDecimal::new);
  }

  Optional<Integer> whole(String key) {
    return read(key, "a whole number", Integer::valueOf);
  }

  Optional<LocalDate> day(String key) {
    return read(key, "a day such as \"2026-11-23\"", LocalDate::parse);
  }

  @Nullable Boolean flag(String key) {
    return read(
            key,
            "true or false",
            text -> {
              if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
              }
              return Boolean.valueOf(text);
            })
        .orElse(null);
  }

  <T> Optional<T> read(String key, String expected, Function<String, T> parse) {
    return text(key)
        .map(text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                "The key '"
                    + key
                    + "' of the "
                    + where
                    + " is '"
                    + text
                    + "'; it must be "
                    + expected
                    + ".",
                e);
          }
        });
  }
}
