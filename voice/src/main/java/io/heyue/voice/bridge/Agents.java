package io.heyue.voice.bridge;

import io.heyue.core.base.Check;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which colleagues are free. Whoever is being called or talks is not; the next is whoever has been
 * free for longest. Thread-safe.
 */
public final class Agents {
  private final int all;

  /** Who is free, whoever became so first in front. */
  private final List<Agent> free;

  private final Set<Agent> busy = new HashSet<>();

  /** All are free, in that order. */
  public Agents(List<Agent> agents) {
    Check.that(
        Set.copyOf(agents).size() == agents.size(), "agents", agents, "different from each other");
    this.all = agents.size();
    this.free = new ArrayList<>(agents);
  }

  /** How many there are. */
  public int all() {
    return all;
  }

  /** How many are free. */
  public synchronized int free() {
    return free.size();
  }

  /**
   * Takes one who is free; from now on they are busy.
   *
   * @param but who isn't wanted
   */
  synchronized Optional<Agent> take(Collection<Agent> but) {
    for (Iterator<Agent> each = free.iterator(); each.hasNext(); ) {
      Agent agent = each.next();
      if (!but.contains(agent)) {
        each.remove();
        busy.add(agent);
        return Optional.of(agent);
      }
    }
    return Optional.empty();
  }

  /** They are free again; of whoever is already no notice is taken. */
  synchronized void release(Agent agent) {
    if (busy.remove(agent)) {
      free.add(agent);
    }
  }
}
