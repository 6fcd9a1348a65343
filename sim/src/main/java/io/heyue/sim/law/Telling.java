package io.heyue.sim.law;

import io.heyue.core.base.Purpose;
import io.heyue.sim.law.check.Oracle;
import io.heyue.sim.law.house.Budget;
import io.heyue.sim.law.house.Judge;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Deed;
import io.heyue.sim.law.world.Happening;
import io.heyue.sim.law.world.Log;
import io.heyue.sim.law.world.Town;
import io.heyue.sim.law.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Tells the story of a world to the house, and lets every answer be watched. */
public final class Telling {
  private final World world;
  private final Budget budget;
  private final Judge judge;
  private final Consumer<Instant> clock;
  private final Town town;
  private final Log log = new Log();
  private final Watch watch;
  private final Map<Integer, Request> requests = new HashMap<>();

  /** A contact that was asked for: how, what was known, and what was answered. */
  private static final class Request {
    private final Happening.Ask ask;
    private final Asked asked;
    private final Answer answer;
    private final Set<Integer> forgottenBy = new HashSet<>();

    Request(Happening.Ask ask, Asked asked, Answer answer) {
      this.ask = ask;
      this.asked = asked;
      this.answer = answer;
    }
  }

  /**
   * A story that is about to be told.
   *
   * @param clock told the true time before each event
   * @param places that some law is known for
   */
  public Telling(
      World world, Budget budget, Judge judge, Set<String> places, Consumer<Instant> clock) {
    this.world = world;
    this.budget = budget;
    this.judge = judge;
    this.clock = clock;
    this.town = new Town(world);
    this.watch = new Watch(judge, new Oracle(world.amendments(), places), log);
  }

  /** Tells it to the end. */
  public Watch tell() {
    List<Happening> story = world.story();
    for (int i = 0; i < story.size(); i++) {
      Happening happening = story.get(i);
      clock.accept(happening.at());
      watch.at(i);
      town.take(happening);
      switch (happening) {
        case Happening.Ask ask -> ask(ask);
        case Happening.Use use -> use(use);
        case Happening.Settle settle -> settle(settle);
        case Happening.Crash crash -> crash(crash);
        case Happening.Outside outside -> {
          World.Point point = world.people().get(outside.person()).points().get(outside.point());
          budget.report(outside, point);
          log.reported(outside, point);
        }
        case Happening.Review review -> review(review);
        case Happening.Hold _,
            Happening.Consent _,
            Happening.Policy _,
            Happening.Flag _,
            Happening.Decision _,
            Happening.Refusal _,
            Happening.Move _,
            Happening.Doubt _,
            Happening.Demand _,
            Happening.Told _ -> {}
      }
    }
    watch.told(story.size());
    return watch;
  }

  private Instant clock(int node, Instant at) {
    return at.plus(world.skews().get(node));
  }

  private void ask(Happening.Ask ask) {
    Asked view = town.view(ask, clock(ask.node(), ask.at()), ask.at());
    Request before = requests.get(ask.key());
    if (before != null) {
      watch.retried(before.answer, budget.reserve(view).answer());
      return;
    }
    log.seen(view.person(), view.point().number(), view.at());
    Budget.Judged judged = budget.reserve(view);
    Asked asked = judged.asked();
    Answer answer = judged.answer();
    watch.answered(asked, answer);
    requests.put(ask.key(), new Request(ask, asked, answer));
    answer
        .until()
        .ifPresent(until -> {
          var _ = log.permitted(asked, until, town.relation(ask));
        });
  }

  private void use(Happening.Use use) {
    Request request = requests.get(use.key());
    Deed deed = log.find(use.key()).orElse(null);
    if (request == null || deed == null || request.forgottenBy.contains(use.node())) {
      return;
    }
    Instant now = clock(use.node(), use.at());
    Asked view = town.view(request.ask, now, use.at());
    Asked asked = view.after(budget.past(view));
    log.seen(asked.person(), asked.point().number(), asked.at());
    List<String> against =
        request.ask.purpose() == Purpose.REPLY ? List.of() : judge.against(asked);
    if (!against.isEmpty()) {
      watch.recalled(asked, against);
      budget.release(use.key(), now);
      deed.released();
      return;
    }
    boolean used = budget.use(use.key(), now);
    watch.used(request.asked, asked, request.answer, deed, used);
    if (used) {
      deed.done();
    }
  }

  private void settle(Happening.Settle settle) {
    Deed deed = log.find(settle.key()).orElse(null);
    if (deed != null && deed.isDone()) {
      deed.settled(settle.effective());
      budget.settle(settle.key(), settle.effective(), settle.at());
    }
  }

  private void crash(Happening.Crash crash) {
    requests.values().forEach(request -> request.forgottenBy.add(crash.node()));
  }

  private void review(Happening.Review review) {
    Request request = requests.get(review.key());
    if (request != null) {
      watch.reviewed(request.asked, request.answer);
    }
  }
}
