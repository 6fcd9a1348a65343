package io.heyue.store.budget;

import io.heyue.core.budget.PermitEvent;
import io.heyue.core.budget.PermitState;
import io.heyue.core.budget.PermitTable;
import io.heyue.core.budget.PermitTable.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person's budget as it should be, step by step. What counts is told from what truly happened,
 * not from the states that the table gives: whether they agree is what is tested. Immutable.
 *
 * @param attempts the cap of a day
 * @param effective likewise, of contacts that reached the person
 * @param cells what is known of each key
 * @param late whether the permits that were given early have run out
 */
record BudgetModel(int attempts, int effective, List<Cell> cells, boolean late) {
  BudgetModel {
    cells = List.copyOf(cells);
  }

  /** What a worker does to a key, in one transaction. */
  enum Act {
    RESERVE,
    USE,
    RELEASE,
    EXPIRE,
    REACH,
    MISS,
    /** The time of all permits that were given so far passes. */
    TIME
  }

  record Step(Act act, int key) {}

  /**
   * What is known of a key.
   *
   * @param state of its permit; empty without one
   * @param refused whether it was asked for and refused
   * @param early whether its permit runs out when time passes
   * @param uses how often somebody went to make the contact
   * @param back whether it was given back
   * @param missed whether it was shown to have reached nobody
   * @param reached whether it was shown to have reached the person
   */
  record Cell(
      Optional<PermitState> state,
      boolean refused,
      boolean early,
      int uses,
      boolean back,
      boolean missed,
      boolean reached) {
    static final Cell UNASKED = new Cell(Optional.empty(), false, false, 0, false, false, false);

    boolean asked() {
      return refused || state.isPresent();
    }

    boolean isAttempt() {
      return state.isPresent() && !back;
    }

    boolean mayHaveReached() {
      return isAttempt() && (reached || !missed);
    }

    /** A permit that reached nobody by what was known, and then did. */
    boolean cameAfterAll() {
      return missed && reached;
    }

    private Cell become(PermitState to) {
      return new Cell(
          Optional.of(to),
          refused,
          early,
          uses + (to == PermitState.USED ? 1 : 0),
          back || to == PermitState.RELEASED,
          missed || to == PermitState.MISSED || to == PermitState.EXPIRED,
          reached || to == PermitState.REACHED);
    }
  }

  /**
   * What came of a step.
   *
   * @param done whether it was permitted, or did what it should
   */
  record Outcome(BudgetModel next, boolean done, List<Edge> edges) {}

  static BudgetModel of(int attempts, int effective, int keys) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      cells.add(Cell.UNASKED);
    }
    return new BudgetModel(attempts, effective, cells, false);
  }

  long countedAttempts() {
    return cells.stream().filter(Cell::isAttempt).count();
  }

  long countedEffective() {
    return cells.stream().filter(Cell::mayHaveReached).count();
  }

  boolean hasRoom() {
    return countedAttempts() < attempts && countedEffective() < effective;
  }

  Outcome after(Step step) {
    return switch (step.act()) {
      case TIME -> new Outcome(new BudgetModel(attempts, effective, cells, true), true, List.of());
      case RESERVE -> reserve(step.key());
      case USE -> move(step.key(), PermitEvent.USE, !over(cells.get(step.key())));
      case EXPIRE -> move(step.key(), PermitEvent.EXPIRE, over(cells.get(step.key())));
      case RELEASE -> move(step.key(), PermitEvent.RELEASE, true);
      case REACH -> move(step.key(), PermitEvent.REACH, true);
      case MISS -> move(step.key(), PermitEvent.MISS, true);
    };
  }

  private boolean over(Cell cell) {
    return late && cell.early();
  }

  private Outcome move(int key, PermitEvent event, boolean inTime) {
    Cell cell = cells.get(key);
    Optional<PermitState> to =
        cell.state().filter(_ -> inTime).flatMap(from -> PermitTable.next(from, event));
    if (to.isEmpty()) {
      return new Outcome(this, false, List.of());
    }
    return new Outcome(
        with(key, cell.become(to.get())), true, List.of(edge(cell.state().orElseThrow(), event)));
  }

  /** Whoever asks first sees to it that what has run out is not waited for. */
  private Outcome reserve(int key) {
    BudgetModel now = this;
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Outcome expired = now.move(i, PermitEvent.EXPIRE, over(cells.get(i)));
      now = expired.next();
      edges.addAll(expired.edges());
    }
    Cell cell = now.cells.get(key);
    if (cell.asked()) {
      return new Outcome(now, cell.state().isPresent(), edges);
    }
    boolean room = now.hasRoom();
    Cell answered =
        new Cell(
            room ? Optional.of(PermitState.RESERVED) : Optional.empty(),
            !room,
            !late,
            0,
            false,
            false,
            false);
    return new Outcome(now.with(key, answered), room, edges);
  }

  private BudgetModel with(int key, Cell cell) {
    List<Cell> changed = new ArrayList<>(cells);
    changed.set(key, cell);
    return new BudgetModel(attempts, effective, changed, late);
  }

  private static Edge edge(PermitState from, PermitEvent by) {
    return PermitTable.edges().stream()
        .filter(edge -> edge.from() == from && edge.by() == by)
        .findFirst()
        .orElseThrow();
  }
}
