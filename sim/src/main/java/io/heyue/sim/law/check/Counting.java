package io.heyue.sim.law.check;

import io.heyue.core.base.Channel;
import io.heyue.sim.law.check.Objection.Grade;
import io.heyue.sim.law.world.Deed;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts contacts of the log over days of the person's calendar. */
final class Counting {
  private Counting() {}

  /**
   * Objects where {@code most} contacts of the last {@code days} days, today included, are there
   * already. What was reserved and never made counts only by our own default, as does what a faster
   * clock wrote down for later than today.
   */
  static Optional<Objection> cap(
      Scene scene,
      List<Deed> deeds,
      Predicate<Deed> counted,
      int days,
      int most,
      Objection objection) {
    long first = scene.today() - days + 1;
    int strict = 0;
    int all = 0;
    for (Deed deed : deeds) {
      if (counted.test(deed)) {
        long day = scene.day(deed.at());
        if (Math.min(day, scene.today()) >= first) {
          all++;
          strict += deed.isDone() && day <= scene.today() && pressing(deed) ? 1 : 0;
        }
      }
    }
    if (all < most) {
      return Optional.empty();
    }
    return Optional.of(
        new Objection(
            objection.clause(),
            objection.article(),
            strict >= most ? objection.grade() : Grade.OURS,
            "%s (%d before it in %s)"
                .formatted(objection.words(), all, days == 1 ? "a day" : days + " days")));
  }

  /** Whether a contact was with somebody who owes; we count others as well. */
  private static boolean pressing(Deed deed) {
    return Scene.owes(deed.relation());
  }

  static boolean call(Deed deed) {
    return deed.channel() == Channel.CALL;
  }
}
