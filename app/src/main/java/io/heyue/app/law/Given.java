package io.heyue.app.law;

import io.heyue.brain.book.Near;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of a question while it is read field by field. What is not there, or null, is unknown
 * and empty; what can't be read throws. Confined to one thread.
 */
final class Given {
  /** So much of a value is repeated in a message. */
  private static final int SHOWN = 40;

  private final String path;
  private final @Nullable JsonNode node;
  private final Set<String> known = new TreeSet<>();
  private final List<Given> parts = new ArrayList<>();

  private Given(String path, @Nullable JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** The whole question. */
  static Given of(JsonNode node) {
    if (!node.isObject()) {
      throw new Unreadable("question", "It is no JSON object. Maybe it stands in quotes.");
    }
    return new Given("", node);
  }

  /** An object in it; one without fields where it is not there. */
  Given part(String key) {
    Given part = new Given(path + key + ".", object(key).orElse(null));
    parts.add(part);
    return part;
  }

  private Optional<JsonNode> object(String key) {
    return find(key)
        .map(value -> {
          if (!value.isObject()) {
            throw wrong(key, value, "an object", "Maybe its braces are missing.");
          }
          return value;
        });
  }

  /** The objects of a list; empty where nobody knows them. */
  Optional<List<Given>> list(String key) {
    return array(key)
        .map(values -> {
          List<Given> list = new ArrayList<>();
          for (JsonNode value : values) {
            String at = path + key + "[" + list.size() + "].";
            if (!value.isObject()) {
              throw new Unreadable(at, "It is no object. Maybe its braces are missing.");
            }
            Given given = new Given(at, value);
            list.add(given);
            parts.add(given);
          }
          return list;
        });
  }

  /** The words of a list; empty where nobody knows them. */
  Optional<Set<String>> words(String key) {
    return array(key)
        .map(values -> {
          Set<String> words = new LinkedHashSet<>();
          for (JsonNode value : values) {
            if (!value.isString()) {
              throw wrong(key, value, "a list of words", "Maybe quotes are missing.");
            }
            words.add(value.asString());
          }
          return words;
        });
  }

  private Optional<Iterable<JsonNode>> array(String key) {
    return find(key)
        .map(value -> {
          if (!value.isArray()) {
            throw wrong(key, value, "a list", "Maybe its brackets are missing.");
          }
          return value;
        });
  }

  Optional<String> text(String key) {
    return find(key)
        .map(value -> {
          if (!value.isString()) {
            throw wrong(key, value, "a text", "Maybe its quotes are missing.");
          }
          return value.asString();
        });
  }

  /** A text, or a number or the like as it is written. */
  Optional<String> label(String key) {
    return find(key).map(value -> value.isString() ? value.asString() : value.toString());
  }

  Optional<Boolean> truth(String key) {
    return find(key)
        .map(value -> {
          if (!value.isBoolean()) {
            throw wrong(key, value, "true, false or null", "Maybe its quotes are too many.");
          }
          return value.asBoolean();
        });
  }

  OptionalInt number(String key, int least) {
    Optional<JsonNode> found = find(key);
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode value = found.get();
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least) {
      throw wrong(key, value, "a whole number of at least " + least, "Maybe a sign is too many.");
    }
    return OptionalInt.of(value.asInt());
  }

  /** A day, or the day of a moment on the clock that it names. */
  Optional<LocalDate> day(String key) {
    return read(
        key,
        "a day",
        "Maybe 2026-01-31.",
        text ->
            text.length() > 10 ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text));
  }

  Optional<OffsetDateTime> moment(String key) {
    return read(
        key, "a moment with its offset", "Maybe 2026-01-31T10:00:00+08:00.", OffsetDateTime::parse);
  }

  /** What {@code parser} makes of a text; it throws where it is wrong. */
  <T> Optional<T> read(String key, String kind, String maybe, Function<String, T> parser) {
    return text(key)
        .map(text -> {
          try {
            return parser.apply(text);
          } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(key, text, kind, maybe);
          }
        });
  }

  /** One of a few words. */
  <T> Optional<T> oneOf(String key, Map<String, T> words) {
    return text(key).map(word -> word(key, word, words));
  }

  /** Some of a few words. */
  <T> Optional<Set<T>> someOf(String key, Map<String, T> words) {
    return words(key)
        .map(all -> {
          Set<T> some = new LinkedHashSet<>();
          all.forEach(word -> some.add(word(key, word, words)));
          return some;
        });
  }

  private <T> T word(String key, String word, Map<String, T> words) {
    T value = words.get(word);
    if (value == null) {
      throw wrong(
          key,
          word,
          "one of " + String.join(", ", words.keySet()),
          Near.maybe(word, words.keySet()));
    }
    return value;
  }

  /** Notes that a field is known here, whatever it says. */
  void has(String key) {
    known.add(key);
  }

  /** The names of its fields. */
  List<String> names() {
    return node == null ? List.of() : List.copyOf(node.propertyNames());
  }

  boolean isObject(String key) {
    return node != null && node.path(key).isObject();
  }

  Unreadable unreadable(String key, String reason) {
    return new Unreadable(path + key, reason);
  }

  private Optional<JsonNode> find(String key) {
    known.add(key);
    if (node == null) {
      return Optional.empty();
    }
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** The fields, here and in what was read of it, that nobody asked for. */
  List<String> unasked() {
    List<String> unasked = new ArrayList<>();
    if (node != null) {
      node.propertyNames().stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> unasked.add(path + name));
    }
    parts.forEach(part -> unasked.addAll(part.unasked()));
    return unasked;
  }

  private Unreadable wrong(String key, Object value, String kind, String maybe) {
    String shown = String.valueOf(value);
    return new Unreadable(
        path + key,
        "It is '"
            + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown)
            + "'; it must be "
            + kind
            + ". "
            + maybe);
  }

  /** A field that can't be read. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String field;

    Unreadable(String field, String reason) {
      super(field + ": " + reason);
      this.field = field;
    }

    /** Which field. */
    String field() {
      return field;
    }
  }
}
