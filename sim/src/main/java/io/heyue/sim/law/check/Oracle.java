package io.heyue.sim.law.check;

import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Log;
import io.heyue.sim.law.world.World.Amendment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks all clauses about a contact. Thread-safe; the log that it is given is not. */
public final class Oracle {
  private static final List<Clause> CLAUSES = clauses();

  private final Statutes statutes;

  /**
   * One that knows how the law changes.
   *
   * @param places that some law is known for
   */
  public Oracle(List<Amendment> amendments, Set<String> places) {
    statutes = new Statutes(List.copyOf(amendments), Set.copyOf(places));
  }

  private static List<Clause> clauses() {
    List<Clause> clauses =
        new ArrayList<>(
            List.of(
                Conditions::facts,
                Conditions::lawKnown,
                Hours::china,
                Hours::unitedStates,
                Hours::india,
                Hours::everywhere,
                Whom::addressee,
                Whom::others,
                Conditions::holds,
                Conditions::consent,
                Conditions::artificialVoice,
                Conditions::assignment,
                Conditions::placement,
                Conditions::limitation,
                Conditions::price,
                Conditions::mourning,
                Conditions::people));
    clauses.addAll(Frequency.clauses());
    return List.copyOf(clauses);
  }

  /** Everything against a contact, were it made at {@code at}. */
  public List<Objection> against(Asked asked, Instant at, Log log) {
    return against(new Scene(asked, at, log, statutes), true);
  }

  /** The same, without what counts contacts. */
  public List<Objection> againstMaking(Asked asked, Instant at, Log log) {
    return against(new Scene(asked, at, log, statutes), false);
  }

  /**
   * Whether {@code other} is on the day, on the person's clock, on which a contact was asked for.
   */
  public boolean sameDay(Asked asked, Instant other) {
    Scene scene = new Scene(asked, asked.at(), new Log(), statutes);
    return scene.day(other) == scene.today();
  }

  private static List<Objection> against(Scene scene, boolean counting) {
    List<Objection> objections = new ArrayList<>();
    for (Clause clause : CLAUSES) {
      if (counting || !clause.counts()) {
        Optional<Objection> objection = clause.against(scene);
        objection.ifPresent(objections::add);
      }
    }
    return objections;
  }
}
