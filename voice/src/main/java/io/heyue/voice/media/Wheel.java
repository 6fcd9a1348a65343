package io.heyue.voice.media;

/**
 * When which streams are due: twenty slots of a millisecond each, again and again, so that streams
 * don't all send in the same millisecond. A turn is one slot once; a round is all twenty. Times are
 * counted from the beginning, so that nothing drifts. Not thread-safe.
 */
final class Wheel {
  static final int SLOTS = 20;

  /** Nanoseconds of a turn. */
  static final long TURN = 1_000_000;

  /** Rounds that are made up for at most: what was to be sent before is not. */
  static final int BURST = 3;

  private final long origin;
  private long turn;

  /**
   * @param now nanoseconds of any clock that only goes forward
   */
  Wheel(long now) {
    this.origin = now;
  }

  int slot() {
    return (int) (turn % SLOTS);
  }

  long round() {
    return turn / SLOTS;
  }

  /** When this turn is due. */
  long due() {
    return origin + turn * TURN;
  }

  /** When the turn of {@code slot} is due next; this turn's if it is that one's. */
  long due(int slot) {
    return origin + (turn + Math.floorMod(slot - slot(), SLOTS)) * TURN;
  }

  void next() {
    turn++;
  }

  /** Gives up what is too far behind: no slot comes more than three times in a row. */
  void catchUp(long now) {
    long last = (now - origin) / TURN;
    turn = Math.max(turn, last + 1 - BURST * SLOTS);
  }

  /** Goes on at {@code now}: nobody waited for the turns before. */
  void resume(long now) {
    turn = Math.max(turn, (now - origin) / TURN + 1);
  }
}
