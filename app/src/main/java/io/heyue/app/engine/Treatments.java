package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Case;
import java.time.LocalTime;
import java.util.List;

/** Chooses how somebody is written to first. Thread-safe. */
@FunctionalInterface
public interface Treatments {
  /**
   * Chooses.
   *
   * @param channels at least one: those that the campaign allows and at which the person has an
   *     address, the preferred one first
   */
  Treatment choose(Case matter, int daysPastDue, List<Channel> channels, Rng chance);

  /** The preferred channel, in office hours, shorter after each unanswered try. */
  static Treatments plain() {
    return (matter, _, channels, _) ->
        new Treatment(
            channels.getFirst(),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            Phrases.first(channels.getFirst(), matter.tallies().unanswered()),
            1.0,
            "fixed: the preferred channel in office hours");
  }
}
