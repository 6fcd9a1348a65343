package io.heyue.app.phone;

import io.heyue.voice.talk.Talk;

/**
 * Joins a call to a person of the lender's who is free now. A port; thread-safe, and never waits.
 */
public interface Bridge {
  /** Where nobody can be joined: the person is called back. */
  Bridge NOBODY = (_, _) -> false;

  /**
   * Gives a call to a person, after what is still to be said in it.
   *
   * @param summary what they need to know
   * @return whether it did; if not the call is ended by whoever asked, and the hand-over waits for
   *     a colleague who calls back
   */
  boolean toPerson(Talk talk, String summary);
}
