package io.heyue.brain.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of a file while it is read key by key. What is wrong is noted, and reading goes on with
 * a harmless value; {@link #end} names the keys that nobody asked for.
 */
final class Entry {
  private final Source source;
  private final String name;
  private final int line;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  Entry(Source source, String name, MappingNode node) {
    this.source = source;
    this.name = name;
    this.line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    for (NodeTuple tuple : node.getValue()) {
      int keyLine = tuple.getKeyNode().getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        source.flaw(keyLine, "A key must be a word. Maybe a colon is missing.");
        continue;
      }
      String key = keyNode.getValue();
      if (items.put(key, new Item(source, key, tuple.getValueNode())) != null) {
        source.flaw(
            keyLine, "'" + key + "' stands here twice. Maybe one of them belongs elsewhere.");
      }
      keyLines.put(key, keyLine);
    }
  }

  int line() {
    return line;
  }

  /** The value of a key that must be there; {@code otherwise} once its flaw is noted. */
  <T> T need(String key, Function<Item, T> reader, T otherwise) {
    known.add(key);
    Item item = items.get(key);
    if (item == null) {
      String near =
          items.keySet().stream().filter(k -> Near.distance(k, key) <= 2).findFirst().orElse("");
      source.flaw(
          line,
          (name.isEmpty() ? "" : "'" + name + "': ")
              + "'"
              + key
              + "' is missing. "
              + (near.isEmpty() ? "Maybe it was forgotten." : "Maybe '" + near + "' is meant."));
      return otherwise;
    }
    return attempt(item, reader).orElse(otherwise);
  }

  /** The value of a key that may be there. */
  <T> Optional<T> find(String key, Function<Item, T> reader) {
    known.add(key);
    return Optional.ofNullable(items.get(key)).flatMap(item -> attempt(item, reader));
  }

  /** The members of a list that may be there, each read by {@code reader}. */
  <T> List<T> list(String key, Function<Item, T> reader) {
    List<T> list = new ArrayList<>();
    find(key, Item::items)
        .orElse(List.of())
        .forEach(item -> attempt(item, reader).ifPresent(list::add));
    return list;
  }

  /** The members of a list that must be there and hold something. */
  <T> List<T> needList(String key, Function<Item, T> reader) {
    List<Item> members = need(key, Item::items, List.of());
    if (members.isEmpty() && items.containsKey(key)) {
      source.flaw(lineOf(key), "'" + key + "' is an empty list. Maybe its members were forgotten.");
    }
    List<T> list = new ArrayList<>();
    members.forEach(item -> attempt(item, reader).ifPresent(list::add));
    return list;
  }

  /** The members of a list without order that may be there. */
  <T> Set<T> set(String key, Function<Item, T> reader) {
    return new LinkedHashSet<>(list(key, reader));
  }

  boolean has(String key) {
    known.add(key);
    return items.containsKey(key);
  }

  /** Whether a key is there and says outright that its value is unknown. */
  boolean saysNothing(String key) {
    known.add(key);
    Item item = items.get(key);
    return item != null && item.isNothing();
  }

  /** Every key with its value; all keys count as known. */
  void each(BiConsumer<String, Item> consumer) {
    known.addAll(items.keySet());
    items.forEach((key, item) -> {
      try {
        consumer.accept(key, item);
      } catch (Unreadable e) {
        source.flaw(e.line(), e.reason());
      }
    });
  }

  /** Line of a key, or of the mapping where it has none. */
  int lineOf(String key) {
    return keyLines.getOrDefault(key, line);
  }

  void flaw(String key, String message) {
    source.flaw(lineOf(key), message);
  }

  /** Names the keys that nobody asked for. Call it last. */
  void end() {
    for (String key : items.keySet()) {
      if (!known.contains(key)) {
        Set<String> free = new LinkedHashSet<>(known);
        free.removeAll(items.keySet());
        source.flaw(
            lineOf(key),
            "There is no key '"
                + key
                + "' here. "
                + Near.maybe(key, free.isEmpty() ? known : free));
      }
    }
  }

  private <T> Optional<T> attempt(Item item, Function<Item, T> reader) {
    try {
      return Optional.of(reader.apply(item));
    } catch (Unreadable e) {
      source.flaw(e.line(), e.reason());
      return Optional.empty();
    }
  }
}
