package io.heyue.sim.check;

import io.heyue.core.portfolio.CaseEvent;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One turn as it could be watched from outside.
 *
 * @param at on the person's clock
 * @param heard what the person said; empty where nothing was
 * @param situations what the person meant by it, as they know themselves
 * @param said what reached the person
 * @param events what was recorded
 */
public record Exchange(
    ZonedDateTime at, String heard, List<String> situations, String said, List<CaseEvent> events) {
  public Exchange {
    situations = List.copyOf(situations);
    events = List.copyOf(events);
  }
}
