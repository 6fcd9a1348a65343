package io.heyue.store.budget;

import static io.heyue.store.budget.BudgetModel.Act.EXPIRE;
import static io.heyue.store.budget.BudgetModel.Act.MISS;
import static io.heyue.store.budget.BudgetModel.Act.REACH;
import static io.heyue.store.budget.BudgetModel.Act.RELEASE;
import static io.heyue.store.budget.BudgetModel.Act.RESERVE;
import static io.heyue.store.budget.BudgetModel.Act.TIME;
import static io.heyue.store.budget.BudgetModel.Act.USE;

import io.heyue.store.budget.BudgetModel.Act;
import io.heyue.store.budget.BudgetModel.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What three workers do to the budget of one person.
 *
 * @param attempts the cap
 * @param effective the cap
 * @param workers the steps of each, each step a transaction
 */
record Story(String name, int attempts, int effective, List<List<Step>> workers) {
  static List<Story> all() {
    return List.of(
        new Story(
            "three senders, two contacts",
            2,
            2,
            List.of(
                steps(0, RESERVE, USE, REACH, MISS),
                steps(1, RESERVE, USE, MISS, REACH),
                steps(2, RESERVE, RELEASE, USE))),
        new Story(
            "three senders by the default",
            2,
            1,
            List.of(
                steps(0, RESERVE, USE, MISS, REACH),
                steps(1, RESERVE, MISS, USE, REACH),
                steps(2, RESERVE, REACH, USE, RELEASE))),
        new Story(
            "the same attempt three times",
            2,
            1,
            List.of(
                steps(0, RESERVE, USE, REACH),
                steps(0, RESERVE, USE, MISS),
                join(List.of(steps(0, RESERVE, RELEASE), steps(1, RESERVE, USE))))),
        new Story(
            "time runs out",
            2,
            2,
            List.of(
                steps(0, RESERVE, TIME, USE, MISS),
                join(List.of(steps(1, RESERVE), steps(0, EXPIRE), steps(1, USE, RELEASE))),
                join(List.of(steps(1, EXPIRE), steps(2, RESERVE, USE, REACH))))),
        new Story(
            "given back and asked again",
            2,
            1,
            List.of(
                join(List.of(steps(0, RESERVE, RELEASE), steps(1, RESERVE, USE))),
                join(List.of(steps(2, RESERVE, RELEASE), steps(3, RESERVE, RELEASE))),
                steps(4, RESERVE, USE, MISS, REACH))),
        new Story(
            "one dies, the next asks again",
            1,
            1,
            List.of(
                steps(0, RESERVE),
                join(List.of(steps(0, RESERVE, TIME, USE), steps(1, RESERVE))),
                join(List.of(steps(0, EXPIRE), steps(2, RESERVE, USE, RELEASE))))));
  }

  private static List<Step> steps(int key, Act... acts) {
    List<Step> steps = new ArrayList<>();
    for (Act act : acts) {
      steps.add(new Step(act, key));
    }
    return steps;
  }

  private static List<Step> join(List<List<Step>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  int keys() {
    return 1 + workers.stream().flatMap(List::stream).mapToInt(Step::key).max().orElseThrow();
  }

  BudgetModel begin() {
    return BudgetModel.of(attempts, effective, keys());
  }

  @Override
  public String toString() {
    return name;
  }
}
