package io.heyue.store.budget;

import io.heyue.core.base.Rng;
import io.heyue.store.budget.BudgetModel.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All ways in which the workers of a story may come one after the other. */
final class Interleavings {
  /**
   * A moment of a story: how far each worker is, and how the budget stands. Two schedules that lead
   * to the same moment go on alike, so that each is looked at once.
   */
  record Node(List<Integer> done, BudgetModel budget) {}

  /** A worker's next step, seen from a moment. */
  record Way(Node from, int worker) {}

  private final Story story;

  /** Each moment, and by which way it was come to first. */
  private final Map<Node, Optional<Way>> nodes = new LinkedHashMap<>();

  Interleavings(Story story) {
    this.story = story;
    Deque<Node> waiting = new ArrayDeque<>();
    Node root = root();
    nodes.put(root, Optional.empty());
    waiting.add(root);
    while (!waiting.isEmpty()) {
      Node node = waiting.poll();
      for (Way way : ways(node)) {
        Node next = next(way);
        if (nodes.putIfAbsent(next, Optional.of(way)) == null) {
          waiting.add(next);
        }
      }
    }
  }

  private Node root() {
    return new Node(Collections.nCopies(story.workers().size(), 0), story.begin());
  }

  Set<Node> nodes() {
    return nodes.keySet();
  }

  List<Way> ways(Node node) {
    List<Way> ways = new ArrayList<>();
    for (int worker = 0; worker < story.workers().size(); worker++) {
      if (node.done().get(worker) < story.workers().get(worker).size()) {
        ways.add(new Way(node, worker));
      }
    }
    return ways;
  }

  BudgetModel.Step step(Way way) {
    return story.workers().get(way.worker()).get(way.from().done().get(way.worker()));
  }

  Outcome outcome(Way way) {
    return way.from().budget().after(step(way));
  }

  Node next(Way way) {
    List<Integer> done = new ArrayList<>(way.from().done());
    done.set(way.worker(), done.get(way.worker()) + 1);
    return new Node(List.copyOf(done), outcome(way).next());
  }

  /** How many schedules there are. */
  long schedules() {
    return schedules(root(), new HashMap<>());
  }

  private long schedules(Node node, Map<Node, Long> known) {
    Long before = known.get(node);
    if (before != null) {
      return before;
    }
    List<Way> ways = ways(node);
    long sum = ways.isEmpty() ? 1 : 0;
    for (Way way : ways) {
      sum += schedules(next(way), known);
    }
    known.put(node, sum);
    return sum;
  }

  /** Schedules, each the workers in their order, that together go every way there is. */
  List<List<Integer>> sample(Rng rng) {
    Set<Way> gone = new HashSet<>();
    List<List<Integer>> schedules = new ArrayList<>();
    for (Node node : nodes.keySet()) {
      for (Way way : ways(node)) {
        if (!gone.contains(way)) {
          schedules.add(through(way, gone, rng));
        }
      }
    }
    return schedules;
  }

  private List<Integer> through(Way way, Set<Way> gone, Rng rng) {
    List<Integer> schedule = new ArrayList<>();
    Optional<Way> back = nodes.get(way.from());
    while (back != null && back.isPresent()) {
      schedule.add(back.get().worker());
      gone.add(back.get());
      back = nodes.get(back.get().from());
    }
    Collections.reverse(schedule);
    Optional<Way> next = Optional.of(way);
    while (next.isPresent()) {
      gone.add(next.get());
      schedule.add(next.get().worker());
      List<Way> ways = ways(next(next.get()));
      List<Way> fresh = ways.stream().filter(each -> !gone.contains(each)).toList();
      List<Way> among = fresh.isEmpty() ? ways : fresh;
      next = among.isEmpty() ? Optional.empty() : Optional.of(among.get(rng.nextInt(among.size())));
    }
    return schedule;
  }

  /** The ways of a schedule. */
  List<Way> along(List<Integer> schedule) {
    List<Way> ways = new ArrayList<>();
    Node node = root();
    for (int worker : schedule) {
      Way way = new Way(node, worker);
      ways.add(way);
      node = next(way);
    }
    return ways;
  }
}
