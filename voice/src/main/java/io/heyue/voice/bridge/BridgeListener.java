package io.heyue.voice.bridge;

import java.util.Locale;

/** Hears of one hand-over, one thing after the other. What takes long must be done elsewhere. */
public interface BridgeListener {
  /** A colleague is being called. */
  default void dialling(Agent agent) {}

  /** The colleague answered, and is told what it is about. */
  default void whispering(Agent agent) {}

  /** The colleague and the caller talk. */
  default void joined(Agent agent) {}

  /** Nobody took it: the talk goes on as before. Told last, once, where {@link #over} isn't. */
  void nobody(Why why);

  /**
   * The call is over. Told last, once, where {@link #nobody} isn't.
   *
   * @param joined whether a colleague and the caller talked
   */
  default void over(boolean joined) {}

  /** Why nobody took it. */
  enum Why {
    /** None of those who were called answered. */
    NOT_ANSWERED,
    /** A colleague hung up before they were joined. */
    LEFT;

    /** The word by which a log names it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
