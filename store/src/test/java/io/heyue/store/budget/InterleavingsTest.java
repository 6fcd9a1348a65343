package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.budget.Counter;
import io.heyue.core.budget.PermitState;
import io.heyue.core.budget.PermitTable;
import io.heyue.core.budget.PermitTable.Edge;
import io.heyue.store.budget.BudgetModel.Act;
import io.heyue.store.budget.BudgetModel.Cell;
import io.heyue.store.budget.BudgetModel.Outcome;
import io.heyue.store.budget.BudgetModel.Step;
import io.heyue.store.budget.Interleavings.Node;
import io.heyue.store.budget.Interleavings.Way;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every schedule of three workers, and every one of any workers, over one person's budget. */
class InterleavingsTest {
  @Test
  void inEveryScheduleOfThreeWorkersTheBudgetHolds() {
    Set<Edge> gone = new HashSet<>();
    long schedules = 0;
    for (Story story : Story.all()) {
      Interleavings all = new Interleavings(story);
      schedules += all.schedules();
      for (Node node : all.nodes()) {
        holds(node.budget());
        for (Way way : all.ways(node)) {
          holds(node.budget(), all.step(way), all.outcome(way));
          gone.addAll(all.outcome(way).edges());
        }
      }
    }
    assertThat(schedules).isGreaterThan(90_000);
    assertThat(gone).containsExactlyInAnyOrderElementsOf(PermitTable.edges());
  }

  /** Whoever does what, in whatever order and however long: no number of workers, no bound. */
  @Test
  void whateverAnybodyDoesTheBudgetHolds() {
    int seen = 0;
    for (int attempts = 1; attempts <= 2; attempts++) {
      for (int effective = 1; effective <= attempts; effective++) {
        seen += closure(BudgetModel.of(attempts, effective, 4));
      }
    }
    assertThat(seen).isGreaterThan(20_000);
  }

  private static int closure(BudgetModel begin) {
    Set<BudgetModel> seen = new HashSet<>();
    Deque<BudgetModel> waiting = new ArrayDeque<>();
    seen.add(begin);
    waiting.add(begin);
    while (!waiting.isEmpty()) {
      BudgetModel budget = waiting.poll();
      holds(budget);
      for (Act act : Act.values()) {
        for (int key = 0; key < begin.cells().size(); key++) {
          Step step = new Step(act, key);
          Outcome outcome = budget.after(step);
          holds(budget, step, outcome);
          if (seen.add(outcome.next())) {
            waiting.add(outcome.next());
          }
        }
      }
    }
    return seen.size();
  }

  /** What holds at every moment. */
  private static void holds(BudgetModel budget) {
    long cameAfterAll = budget.cells().stream().filter(Cell::cameAfterAll).count();
    long made = budget.cells().stream().mapToInt(Cell::uses).sum();
    boolean neverAbove =
        budget.countedAttempts() <= budget.attempts()
            && made <= budget.attempts()
            && budget.countedEffective() - cameAfterAll <= budget.effective();
    assertThat(neverAbove).as("never above a cap: %s", budget).isTrue();
    for (Cell cell : budget.cells()) {
      assertThat(cell.uses()).as("made once: %s", budget).isLessThanOrEqualTo(1);
      assertThat(cell.back() && cell.uses() > 0).as("given back unused: %s", budget).isFalse();
      cell.state()
          .ifPresent(state -> {
            assertThat(state.counts(Counter.ATTEMPTS))
                .as("an attempt: %s", cell)
                .isEqualTo(cell.isAttempt());
            assertThat(state.counts(Counter.EFFECTIVE))
                .as("effective: %s", cell)
                .isEqualTo(cell.mayHaveReached());
          });
    }
  }

  /** What holds of every step. */
  private static void holds(BudgetModel before, Step step, Outcome outcome) {
    BudgetModel after = outcome.next();
    for (int i = 0; i < before.cells().size(); i++) {
      Cell was = before.cells().get(i);
      Optional<PermitState> state = was.state();
      if (was.refused() || (state.isPresent() && PermitTable.isLast(state.get()))) {
        assertThat(after.cells().get(i)).as("the end is the end: %s", step).isEqualTo(was);
      }
    }
    Cell asked = before.cells().get(step.key());
    if (step.act() == Act.RESERVE && asked.asked()) {
      assertThat(outcome.done()).as("the first answer stands").isEqualTo(asked.state().isPresent());
      assertThat(after.countedAttempts()).isEqualTo(before.countedAttempts());
    } else if (step.act() == Act.RESERVE) {
      long others =
          after.cells().stream().filter(Cell::isAttempt).count() - (outcome.done() ? 1 : 0);
      long effective =
          after.cells().stream().filter(Cell::mayHaveReached).count() - (outcome.done() ? 1 : 0);
      boolean room = others < before.attempts() && effective < before.effective();
      assertThat(outcome.done()).as("no budget is lost, none is made").isEqualTo(room);
    }
  }
}
