package io.heyue.voice.line;

/** Hears of a call, one thing after the other. What takes long must not be done here. */
public interface CallListener {
  /** It rings over there. */
  default void ringing() {}

  /** The network or a machine is to be heard before anybody took it. */
  default void earlyAudio() {}

  /** Both can speak. */
  default void up() {}

  /** Whether they put us on hold: they don't hear what we say. */
  default void held(boolean held) {}

  /** They agreed to be held by us, or that it is over. */
  default void holding(boolean on) {}

  /** They pressed a key that came as signalling. */
  default void pressed(char key) {}

  /** How a transfer goes; see {@link io.heyue.voice.sip.LegEvent.Transfer}. */
  default void transfer(int status, boolean ended) {}

  /**
   * It is over; told once.
   *
   * @param elsewhere whether another trunk may be tried for the same call: nobody's phone rang
   */
  void ended(Ending ending, boolean elsewhere);
}
