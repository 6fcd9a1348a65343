package io.heyue.sim.check;

import java.util.List;

/** Judges a conversation from what was said and recorded. */
@FunctionalInterface
interface Checker {
  List<Finding> check(Transcript transcript);
}
