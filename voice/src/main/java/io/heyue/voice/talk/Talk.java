package io.heyue.voice.talk;

import io.heyue.core.base.Lang;

/**
 * One call, to be led: what is asked for here happens after what was asked for before. Thread-safe;
 * nothing waits.
 */
public interface Talk {
  /**
   * Says something after all that is still to be said. What not everybody may hear waits until it
   * is plain that a person took the call, and is never said to a machine.
   */
  void say(Saying saying);

  /** Falls silent and forgets what was still to be said, but for what must be said to its end. */
  void hush();

  /** From now on what we say is in this language, and what they say is heard in it. */
  void speak(Lang lang);

  /**
   * What they said last answered what we had asked: so a person is there, whatever it sounded like
   * before.
   *
   * @param byKey whether it was by a key
   */
  void answersUs(boolean byKey);

  /**
   * Presses keys, in order with what is said.
   *
   * @param keys 0 to 9, * and #
   */
  void press(String keys);

  /** Hangs up once all was said that is still to be said. */
  void leave();

  /** Hangs up at once. */
  void hangUp();
}
