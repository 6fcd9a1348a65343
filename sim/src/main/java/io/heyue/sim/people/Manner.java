package io.heyue.sim.people;

/** How somebody is: a small state machine over what they read. Not thread-safe. */
interface Manner {
  Reply answer(Page page);
}
