package io.heyue.sim.law;

import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.sim.law.house.AmendedBook;
import io.heyue.sim.law.house.GuardJudge;
import io.heyue.sim.law.house.House;
import io.heyue.sim.law.house.Judge;
import io.heyue.sim.law.house.MemoryBudget;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Asked.Past;
import io.heyue.sim.law.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A house that is wrong in one thing.
 *
 * @param name what is wrong, in words
 */
record Mutant(String name, House.Builder builder) {

  /** One whose book is wrong. */
  static Mutant book(RuleBook book, String name, UnaryOperator<RuleForm> change) {
    return of(
        book,
        name,
        world -> {
          RuleBook right = AmendedBook.of(book, world.amendments());
          List<Rule> rules = right.rules().stream().map(rule -> with(rule, change)).toList();
          return new GuardJudge(new RuleBook("mutant", rules, right.places()));
        });
  }

  /** One that forgets some rules. */
  static Mutant without(RuleBook book, String name, String... ids) {
    return of(
        book,
        name,
        world -> {
          RuleBook right = AmendedBook.of(book, world.amendments());
          List<Rule> rules =
              right.rules().stream()
                  .filter(rule -> !List.of(ids).contains(rule.id().id()))
                  .toList();
          return new GuardJudge(new RuleBook("mutant", rules, right.places()));
        });
  }

  /** One that sees a contact wrongly. */
  static Mutant asked(RuleBook book, String name, UnaryOperator<Asked> change) {
    return of(book, name, world -> seeing(right(book, world), change));
  }

  /** One that sees wrongly what was before. */
  static Mutant past(RuleBook book, String name, BiFunction<Asked, Past, Optional<Past>> change) {
    return asked(
        book,
        name,
        asked -> {
          List<Past> past = asked.past();
          if (past == null) {
            return asked;
          }
          List<Past> changed = new ArrayList<>();
          past.forEach(each -> change.apply(asked, each).ifPresent(changed::add));
          return asked.after(changed);
        });
  }

  /** One that answers wrongly. */
  static Mutant answer(RuleBook book, String name, BiFunction<Asked, Answer, Answer> change) {
    return of(
        book,
        name,
        world -> {
          Judge right = right(book, world);
          return new Judge() {
            @Override
            public Answer permit(Asked asked) {
              return change.apply(asked, right.permit(asked));
            }

            @Override
            public List<String> against(Asked asked) {
              return right.against(asked);
            }
          };
        });
  }

  /** One that sees a contact wrongly when it counts. */
  static Mutant caps(RuleBook book, String name, UnaryOperator<Asked> change) {
    return part(
        book,
        name,
        form -> form instanceof RuleForm.FrequencyCap || form instanceof RuleForm.CoolingOff,
        change);
  }

  /** One that sees a contact wrongly under rules of some forms. */
  static Mutant part(
      RuleBook book, String name, Predicate<RuleForm> forms, UnaryOperator<Asked> change) {
    return of(
        book,
        name,
        world -> {
          RuleBook right = AmendedBook.of(book, world.amendments());
          return new Both(
              new GuardJudge(only(right, forms.negate())),
              seeing(new GuardJudge(only(right, forms)), change));
        });
  }

  /** A book of some rules alone, in which every place still has law. */
  private static RuleBook only(RuleBook book, Predicate<RuleForm> forms) {
    List<Rule> rules =
        book.rules().stream()
            .map(rule ->
                forms.test(rule.form())
                    ? rule
                    : with(rule, _ -> new RuleForm.ForbiddenWords("none", List.of())))
            .toList();
    return new RuleBook("part", rules, book.places());
  }

  /** One whose judge is another. */
  static Mutant of(RuleBook book, String name, Function<World, Judge> judge) {
    return new Mutant(
        name,
        world -> {
          Judge wrong = judge.apply(world);
          return new House(new MemoryBudget(wrong), wrong, House.places(book), _ -> {});
        });
  }

  /** One whose budget is another. */
  static Mutant budget(RuleBook book, String name, Function<Judge, MemoryBudget> budget) {
    return new Mutant(
        name,
        world -> {
          Judge right = right(book, world);
          return new House(budget.apply(right), right, House.places(book), _ -> {});
        });
  }

  static Judge right(RuleBook book, World world) {
    return new GuardJudge(AmendedBook.of(book, world.amendments()));
  }

  static Judge seeing(Judge judge, UnaryOperator<Asked> change) {
    return new Judge() {
      @Override
      public Answer permit(Asked asked) {
        return judge.permit(change.apply(asked));
      }

      @Override
      public List<String> against(Asked asked) {
        return judge.against(change.apply(asked));
      }
    };
  }

  static Rule with(Rule rule, UnaryOperator<RuleForm> change) {
    return new Rule(
        rule.id(),
        rule.from(),
        rule.to(),
        rule.place(),
        rule.scope(),
        change.apply(rule.form()),
        rule.citation(),
        rule.confidence(),
        rule.kind(),
        rule.plain(),
        rule.remedy());
  }
}
