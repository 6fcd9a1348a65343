package io.heyue.sim.law.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was said to an intended contact, in no law's words.
 *
 * @param until from when on a permit is worth nothing; empty for a refusal
 * @param rules what stands against it
 * @param lawfulFrom when waiting alone would make it lawful, if it would
 * @param person whether nothing is against it but that a person must see to it
 */
public record Answer(
    Optional<Instant> until, List<String> rules, Optional<Instant> lawfulFrom, boolean person) {
  public Answer {
    rules = List.copyOf(rules);
  }

  public static Answer permitted(Instant until) {
    return new Answer(Optional.of(until), List.of(), Optional.empty(), false);
  }

  public boolean permitted() {
    return until.isPresent();
  }
}
