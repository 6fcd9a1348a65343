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
   * Whether of what is said in {@code lang} nothing but expected phrases could be heard, or nothing
   * at all ({@link io.heyue.voice.recognise.Recogniser#closed}).
   */
  boolean closed(Lang lang);

  /**
   * What they said last answered what we had asked: so a person is there, whatever it sounded like
   * before.
   *
   * @param byKey whether it was by a key
   */
  void answersUs(boolean byKey);

  /** It isn't recorded, whatever is usual; of use only before anybody takes it. */
  void unrecorded();

  /**
   * Presses keys, in order with what is said.
   *
   * @param keys 0 to 9, * and #
   */
  void press(String keys);

  /** Hangs up once all was said that is still to be said. */
  void leave();

  /**
   * Lends the call to somebody who speaks and listens in our place, once all was said that is still
   * to be said. Meanwhile nothing of what they say is recognised and nothing of ours is said, but
   * what became of the call is told as ever. If the call is over already, that is told at once.
   *
   * @param borrower to whom it is lent; one at a time
   */
  Loan lend(Borrower borrower);

  /** Hangs up at once. */
  void hangUp();
}
