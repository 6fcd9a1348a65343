package io.heyue.brain.book;

import io.heyue.core.law.Places;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads how places lie in one another. */
final class PlacesReader {
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Set<String>> unions = new LinkedHashMap<>();

  void read(Source source) {
    source.read(entry -> {
      entry
          .find("aliases", Item::entry)
          .ifPresent(
              names -> names.each((name, place) -> aliases.put(name, LawReader.place(place))));
      entry
          .find("unions", Item::entry)
          .ifPresent(all ->
              all.each((union, members) -> {
                Set<String> of = new LinkedHashSet<>();
                members.items().forEach(member -> of.add(LawReader.place(member)));
                unions.put(union, of);
              }));
    });
  }

  Places places() {
    return new Places(aliases, unions);
  }
}
