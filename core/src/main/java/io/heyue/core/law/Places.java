package io.heyue.core.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How places lie in one another: a part of a country in the country, a country in a union, all in
 * the world. Immutable and thread-safe.
 *
 * @param aliases other names of places, such as {@code UK} for {@code GB}
 * @param unions the members of each union, such as {@code EU}
 */
public record Places(Map<String, String> aliases, Map<String, Set<String>> unions) {
  /** The place of rules that hold everywhere. */
  public static final String EVERYWHERE = "XX";

  /** Places without other names or unions. */
  public static final Places PLAIN = new Places(Map.of(), Map.of());

  public Places {
    aliases = Map.copyOf(aliases);
    unions = Map.copyOf(unions);
  }

  /** The one name of a place. */
  public String name(String place) {
    return aliases.getOrDefault(place, place);
  }

  /**
   * The places whose law holds in {@code place}, the narrowest first: itself, what it is a part of,
   * the unions of that. Everywhere comes last.
   */
  public List<String> chain(String place) {
    List<String> chain = new ArrayList<>();
    String rest = name(place);
    chain.add(rest);
    for (int dash = rest.lastIndexOf('-'); dash > 0; dash = rest.lastIndexOf('-')) {
      rest = rest.substring(0, dash);
      chain.add(rest);
    }
    String country = rest;
    unions.forEach((union, members) -> {
      if (members.contains(country)) {
        chain.add(union);
      }
    });
    if (!chain.contains(EVERYWHERE)) {
      chain.add(EVERYWHERE);
    }
    return chain;
  }
}
