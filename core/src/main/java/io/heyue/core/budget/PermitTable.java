package io.heyue.core.budget;

import static io.heyue.core.budget.PermitEvent.EXPIRE;
import static io.heyue.core.budget.PermitEvent.MISS;
import static io.heyue.core.budget.PermitEvent.REACH;
import static io.heyue.core.budget.PermitEvent.RELEASE;
import static io.heyue.core.budget.PermitEvent.USE;
import static io.heyue.core.budget.PermitState.EXPIRED;
import static io.heyue.core.budget.PermitState.MISSED;
import static io.heyue.core.budget.PermitState.REACHED;
import static io.heyue.core.budget.PermitState.RELEASED;
import static io.heyue.core.budget.PermitState.RESERVED;
import static io.heyue.core.budget.PermitState.USED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The states of a permit and the ways between them: every edge there is. What stands in no edge
 * does not happen; the permit stays as it is.
 *
 * <p>Three things can be read off it. Only what was never used is given back. Who was reached stays
 * reached, whatever a carrier says later. And what is used can't be used again.
 */
public final class PermitTable {
  /** A way from one state to another. */
  public record Edge(PermitState from, PermitEvent by, PermitState to, String why) {}

  private static final List<Edge> EDGES =
      List.of(
          new Edge(RESERVED, USE, USED, "about to be handed over"),
          new Edge(RESERVED, RELEASE, RELEASED, "called back before it was handed over"),
          new Edge(RESERVED, EXPIRE, EXPIRED, "its time is over, nobody used it"),
          new Edge(RESERVED, REACH, REACHED, "the person is there"),
          new Edge(RESERVED, MISS, MISSED, "it can't be handed over"),
          new Edge(USED, REACH, REACHED, "the right party showed who they are"),
          new Edge(USED, MISS, MISSED, "not delivered, or to a stranger"),
          new Edge(MISSED, REACH, REACHED, "they came after all"));

  private PermitTable() {}

  /** All edges, in the order in which they are drawn. */
  public static List<Edge> edges() {
    return EDGES;
  }

  /** What a permit becomes; empty where nothing happens to it. */
  public static Optional<PermitState> next(PermitState from, PermitEvent by) {
    return EDGES.stream()
        .filter(edge -> edge.from() == from && edge.by() == by)
        .map(Edge::to)
        .findFirst();
  }

  /** The states out of which {@code event} leads. */
  public static Set<PermitState> from(PermitEvent event) {
    return EDGES.stream()
        .filter(edge -> edge.by() == event)
        .map(Edge::from)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The state to which {@code event} leads: the same from wherever it happens. */
  public static PermitState to(PermitEvent event) {
    return EDGES.stream()
        .filter(edge -> edge.by() == event)
        .map(Edge::to)
        .findFirst()
        .orElseThrow();
  }

  /** Whether nothing ever happens to a permit in this state. */
  public static boolean isLast(PermitState state) {
    return EDGES.stream().noneMatch(edge -> edge.from() == state);
  }

  /** The table as a drawing, in the language of Mermaid. */
  public static String drawing() {
    StringBuilder drawing = new StringBuilder("stateDiagram-v2\n  [*] --> reserved : reserve\n");
    for (Edge edge : EDGES) {
      drawing.append(
          "  %s --> %s : %s, %s\n"
              .formatted(edge.from().id(), edge.to().id(), edge.by().id(), edge.why()));
    }
    for (PermitState state : PermitState.values()) {
      if (isLast(state)) {
        drawing.append("  %s --> [*]\n".formatted(state.id()));
      }
    }
    return drawing.toString();
  }

  /** What each state counts for, as a table in Markdown. */
  public static String counting() {
    StringBuilder table =
        new StringBuilder("| state | attempts | effective contacts |\n|---|:-:|:-:|\n");
    for (PermitState state : PermitState.values()) {
      table.append(
          "| %s | %s | %s |\n"
              .formatted(
                  state.id(),
                  state.counts(Counter.ATTEMPTS) ? "counts" : "",
                  state.counts(Counter.EFFECTIVE) ? "counts" : ""));
    }
    return table.toString();
  }
}
