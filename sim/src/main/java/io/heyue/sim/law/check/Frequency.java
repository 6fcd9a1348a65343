package io.heyue.sim.law.check;

import io.heyue.core.base.Purpose;
import io.heyue.sim.law.check.Objection.Grade;
import io.heyue.sim.law.world.Deed;
import io.heyue.sim.law.world.Happening.Limits;
import io.heyue.sim.law.world.World.Quantity;
import java.util.List;
import java.util.Optional;

/** How often. */
final class Frequency {
  /** A signed policy may raise our default to what the law allows, and not beyond. */
  private static final int MOST_TRIES = 6;

  private static final int MOST_REACHED = 3;
  private static final int MOST_REACHED_WEEK = 21;

  private Frequency() {}

  /** All of them, each under a name of its own. */
  static List<Clause> clauses() {
    return List.of(
        counting(Frequency::answeredCalls),
        counting(Frequency::dials),
        counting(Frequency::tries),
        counting(Frequency::triesAtNumber),
        counting(Frequency::reachedToday),
        counting(Frequency::reachedThisWeek),
        counting(Frequency::confirmations),
        counting(Frequency::quiet),
        counting(Frequency::sevenCalls));
  }

  private static Clause counting(Clause clause) {
    return new Clause() {
      @Override
      public Optional<Objection> against(Scene scene) {
        return clause.against(scene);
      }

      @Override
      public boolean counts() {
        return true;
      }
    };
  }

  /** Three answered calls a day, over the lender and all its agencies: GB/T 45251 §5.3. */
  private static Optional<Objection> answeredCalls(Scene scene) {
    if (!scene.under("CN") || !scene.since(Scene.STANDARD) || !scene.begins() || !scene.calls()) {
      return Scene.no();
    }
    return Counting.cap(
        scene,
        scene.about(),
        deed -> Counting.call(deed) && deed.reached(),
        1,
        scene.value(Quantity.CN_CALLS, 3),
        new Objection(
            "answered calls a day", "GB/T 45251 §5.3", Grade.LAW, "answered calls are used up"));
  }

  /** Six dials of a number a day: CBA 2026 ch. 3. */
  private static Optional<Objection> dials(Scene scene) {
    if (!scene.under("CN") || !scene.since(Scene.GUIDELINE) || !scene.begins() || !scene.calls()) {
      return Scene.no();
    }
    return Counting.cap(
        scene,
        scene.atNumber(),
        Counting::call,
        1,
        scene.value(Quantity.CN_DIALS, 6),
        new Objection("dials of a number", "CBA 2026 ch.3", Grade.LAW, "dials are used up"));
  }

  private static Optional<Objection> tries(Scene scene) {
    if (!scene.approaches() || !scene.since(Scene.STANDARD)) {
      return Scene.no();
    }
    return Counting.cap(
        scene, scene.about(), _ -> true, 1, triesAllowed(scene), ours("tries of a person a day"));
  }

  private static Optional<Objection> triesAtNumber(Scene scene) {
    if (!scene.approaches() || !scene.since(Scene.STANDARD)) {
      return Scene.no();
    }
    return Counting.cap(
        scene,
        scene.atNumber(),
        _ -> true,
        1,
        triesAllowed(scene),
        ours("tries of a number a day"));
  }

  private static int triesAllowed(Scene scene) {
    return allowed(
        scene.value(Quantity.OUR_TRIES, 2),
        scene.asked().limits().triesDay(),
        MOST_TRIES,
        scene.asked().limits());
  }

  private static Optional<Objection> reachedToday(Scene scene) {
    if (!scene.approaches() || !scene.since(Scene.STANDARD)) {
      return Scene.no();
    }
    Limits limits = scene.asked().limits();
    return Counting.cap(
        scene,
        scene.about(),
        Deed::reached,
        1,
        allowed(1, limits.reachedDay(), MOST_REACHED, limits),
        ours("reached a day"));
  }

  private static Optional<Objection> reachedThisWeek(Scene scene) {
    if (!scene.approaches() || !scene.since(Scene.STANDARD)) {
      return Scene.no();
    }
    Limits limits = scene.asked().limits();
    return Counting.cap(
        scene,
        scene.about(),
        Deed::reached,
        7,
        allowed(3, limits.reachedWeek(), MOST_REACHED_WEEK, limits),
        ours("reached in seven days"));
  }

  /** A lower number always counts; a higher one only signed, and not above what is lawful. */
  private static int allowed(int ours, int wanted, int lawful, Limits limits) {
    if (wanted < 0) {
      return ours;
    }
    if (wanted <= ours) {
      return wanted;
    }
    return limits.signed() && wanted <= lawful ? wanted : ours;
  }

  private static Optional<Objection> confirmations(Scene scene) {
    if (!scene.is(Purpose.CONFIRMATION) || !scene.since(Scene.STANDARD)) {
      return Scene.no();
    }
    return Counting.cap(
        scene, scene.atNumber(), _ -> true, 1, 4, ours("confirmations at a number"));
  }

  /** Seven days of quiet after a conversation, of which its day is the first: 1006.14(b)(2). */
  private static Optional<Objection> quiet(Scene scene) {
    if (!scene.under("US") || !scene.approaches() || !scene.calls() || !scene.collectsForOthers()) {
      return Scene.no();
    }
    return Counting.cap(
        scene,
        scene.about(),
        deed -> Counting.call(deed) && deed.reached(),
        scene.value(Quantity.US_QUIET_DAYS, 7),
        1,
        new Objection(
            "quiet after a conversation",
            "12 CFR 1006.14(b)(2)(i)(B)",
            Grade.LAW,
            "the week after a conversation is not over"));
  }

  /** Seven calls in seven days about a debt: 1006.14(b)(2). As we can't tell, all count. */
  private static Optional<Objection> sevenCalls(Scene scene) {
    if (!scene.under("US") || !scene.approaches() || !scene.calls() || !scene.collectsForOthers()) {
      return Scene.no();
    }
    return Counting.cap(
        scene,
        scene.about(),
        Counting::call,
        7,
        7,
        new Objection(
            "seven calls in seven days",
            "12 CFR 1006.14(b)(2)(i)(A)",
            Grade.LAW,
            "seven calls in seven days are used up"));
  }

  private static Objection ours(String clause) {
    return new Objection(clause, "our default", Grade.OURS, "our default is used up");
  }
}
