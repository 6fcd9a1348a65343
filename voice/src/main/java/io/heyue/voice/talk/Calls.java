package io.heyue.voice.talk;

/** The telephone as whoever leads conversations sees it. Thread-safe. */
public interface Calls extends AutoCloseable {
  /**
   * Calls a number, once.
   *
   * @param listener hears of the call from when it was begun until it is over
   */
  Dialled call(CallOrder order, TalkListener listener);

  /** What came of wanting a call. */
  sealed interface Dialled {
    /** It was begun; the listener is told how it goes, and once how it ended. */
    record Begun(Talk talk) implements Dialled {}

    /** Certainly nobody was called, and another try later may do. The listener hears nothing. */
    record NotNow(String reason) implements Dialled {}

    /** Certainly nobody was called, and another try is of no use before something is changed. */
    record Never(String reason) implements Dialled {}
  }

  /**
   * What of the telephone is free now.
   *
   * @param channels of trunks that are well
   * @param rate calls that those trunks still let begin within this second
   * @param slots conversations that can be heard and spoken beside those that are
   */
  record Room(int channels, int rate, int slots) {
    /** How many calls could begin. */
    public int calls() {
      return Math.min(channels, Math.min(rate, slots));
    }
  }

  Room room();

  /** Ends all that stands, and takes no more. */
  @Override
  void close();
}
