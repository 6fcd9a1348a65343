package io.heyue.voice.talk;

/** Who speaks and listens in our place on a call that was lent by {@link Talk#lend}. */
public interface Borrower {
  /** From now on it is theirs: all that we still wanted to say was said. */
  void lent();

  /**
   * A frame of 20 ms was heard, silence where nothing came. Unlike all else it comes on the thread
   * of all audio: what takes long must not be done there.
   *
   * @param frame 160 samples; not to be changed
   * @param at the place of its first sample
   */
  void heard(short[] frame, long at);

  /** The call is over, whether it was theirs already or not; told last, once. */
  void ended();
}
