package io.heyue.sim.law;

import io.heyue.core.law.RuleBook;
import io.heyue.sim.law.house.House;
import io.heyue.sim.law.house.Judge;
import io.heyue.sim.law.house.MemoryBudget;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.World;
import io.heyue.sim.law.world.World.Amendment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Clocks and budgets that are wrong. */
final class Wrong {
  private Wrong() {}

  /** A world whose law changes on other days. */
  static World amended(World world, Function<Amendment, LocalDate> day) {
    List<Amendment> amendments =
        world.amendments().stream()
            .map(change -> new Amendment(change.of(), day.apply(change), change.value()))
            .toList();
    return new World(
        world.seed(), world.lenders(), world.people(), world.skews(), amendments, world.story());
  }

  /** A house that judges by the rules of today, whenever the contact was. */
  static House byTheWall(RuleBook book, World world) {
    AtomicReference<Instant> now = new AtomicReference<>(world.begin());
    Judge before = Mutant.right(book, amended(world, _ -> LocalDate.of(2099, 1, 1)));
    Judge after = Mutant.right(book, amended(world, change -> change.from().minusDays(20)));
    Judge right = Mutant.right(book, world);
    Judge wrong =
        new Judge() {
          @Override
          public Answer permit(Asked asked) {
            LocalDate today = LocalDate.ofInstant(now.get(), ZoneOffset.UTC);
            // What is judged at once is judged rightly; only later is it another day.
            if (LocalDate.ofInstant(asked.wall(), ZoneOffset.UTC).equals(today)) {
              return right.permit(asked);
            }
            boolean changed =
                world.amendments().stream().anyMatch(change -> !today.isBefore(change.from()));
            return (changed ? after : before).permit(asked);
          }

          @Override
          public List<String> against(Asked asked) {
            return right.against(asked);
          }
        };
    return new House(new MemoryBudget(wrong), wrong, House.places(book), now::set);
  }

  /** A budget in which a permit that was used can be used again. */
  static final class Reusing extends MemoryBudget {
    private final Set<Integer> used = new HashSet<>();

    Reusing(Judge judge) {
      super(judge);
    }

    @Override
    public boolean use(int key, Instant now) {
      return super.use(key, now) ? used.add(key) : used.contains(key);
    }
  }

  /** A budget in which a permit doesn't end. */
  static final class Endless extends MemoryBudget {
    Endless(Judge judge) {
      super(judge);
    }

    @Override
    public boolean use(int key, Instant now) {
      return super.use(key, now.minusSeconds(3600));
    }
  }

  /** A budget that doesn't know that it was asked before. */
  static final class Forgetful extends MemoryBudget {
    private int again = 1_000_000;

    Forgetful(Judge judge) {
      super(judge);
    }

    private final Set<Integer> seen = new HashSet<>();

    @Override
    public Judged reserve(Asked asked) {
      if (seen.add(asked.key())) {
        return super.reserve(asked);
      }
      again++;
      return super.reserve(
          new Asked(
              again,
              asked.person(),
              asked.at(),
              asked.wall(),
              asked.channel(),
              asked.purpose(),
              asked.seat(),
              asked.who(),
              asked.point(),
              asked.debt(),
              asked.assents(),
              asked.holds(),
              asked.limits(),
              asked.past()));
    }
  }

  /** A judge to whom a withdrawal comes a day late. */
  static Judge late(Judge right) {
    Map<String, Instant> seen = new HashMap<>();
    return Mutant.seeing(
        right,
        asked -> {
          Asked.Assents assents = asked.assents();
          if (assents == null) {
            return asked;
          }
          Set<Assent> withdrawn = new HashSet<>();
          for (Assent each : Assent.values()) {
            String who = asked.person() + each.name();
            if (!assents.withdrawn().contains(each)) {
              var _ = seen.remove(who);
            } else if (seen.computeIfAbsent(who, _ -> asked.wall())
                .isBefore(asked.wall().minus(Duration.ofDays(1)))) {
              withdrawn.add(each);
            }
          }
          return asked.with(new Asked.Assents(assents.given(), withdrawn));
        });
  }
}
