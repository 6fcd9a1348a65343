package io.heyue.sim.people;

/** What we see of a person's answer. */
public sealed interface Reaction {

  record Says(String words) implements Reaction {}

  /** They press keys, a # at the end where one was asked for. */
  record Presses(String keys) implements Reaction {}

  /** Nothing comes. */
  record Silent() implements Reaction {}

  /** The page is closed. */
  record Leaves() implements Reaction {}
}
