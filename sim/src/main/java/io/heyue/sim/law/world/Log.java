package io.heyue.sim.law.world;

import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was done in a world, written down by the world itself. Confined to one telling. */
public final class Log {
  private final Map<Integer, Deed> byKey = new HashMap<>();
  private final Map<Integer, List<Deed>> byPerson = new HashMap<>();
  private final Map<String, List<Deed>> byNumber = new HashMap<>();

  /** A contact was permitted. */
  public Deed permitted(Asked asked, Instant until, @Nullable Relation relation) {
    Deed deed = new Deed(asked, until, relation);
    byKey.put(deed.key(), deed);
    if (deed.purpose() != Purpose.REPLY) {
      add(deed);
    }
    return deed;
  }

  /** An agency reported one. */
  public void reported(Happening.Outside outside, World.Point point) {
    add(new Deed(outside, point));
  }

  private void add(Deed deed) {
    byPerson.computeIfAbsent(deed.person(), _ -> new ArrayList<>()).add(deed);
    byNumber.computeIfAbsent(deed.number(), _ -> new ArrayList<>()).add(deed);
  }

  public Optional<Deed> find(int key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Somebody looks at what there is about a person and a number, by a clock of theirs. */
  public void seen(int person, String number, Instant now) {
    byPerson.getOrDefault(person, List.of()).forEach(deed -> deed.seen(now));
    byNumber.getOrDefault(number, List.of()).forEach(deed -> deed.seen(now));
  }

  /** Contacts about a person, answers and what was given back apart. */
  public List<Deed> about(int person) {
    return standing(byPerson.getOrDefault(person, List.of()));
  }

  /** Contacts at a number, whomever they were about, answers and what was given back apart. */
  public List<Deed> at(String number) {
    return standing(byNumber.getOrDefault(number, List.of()));
  }

  private static List<Deed> standing(List<Deed> deeds) {
    return deeds.stream().filter(deed -> !deed.isReleased()).toList();
  }
}
