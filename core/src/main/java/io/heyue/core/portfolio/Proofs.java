package io.heyue.core.portfolio;

import io.heyue.core.base.Check;

/**
 * How often somebody may fail to prove who they are before the proof is left to a person. Whoever
 * holds another's telephone would else try again in every conversation, as often as a first contact
 * is written.
 *
 * @param tries wrong answers in one conversation
 * @param failures wrong answers in all conversations with a person within {@code days}
 * @param days over how many days they count
 */
public record Proofs(int tries, int failures, int days) {
  public Proofs {
    Check.that(tries >= 1, "tries", tries, "at least 1");
    Check.that(failures >= tries, "failures", failures, "at least the tries of one conversation");
    Check.that(days >= 1, "days", days, "at least 1");
  }
}
