package io.heyue.voice.line;

/**
 * What goes on at a trunk: calls that stand, calls that began within this second, how it is. Not
 * thread-safe: {@link Trunks}'.
 */
final class TrunkState {
  private static final long SECOND = 1_000_000_000L;

  private final Trunk trunk;
  private TrunkHealth health = TrunkHealth.GOOD;
  private int standing;

  /** When the calls of the last second began, the oldest to be overwritten next. */
  private final long[] began;

  private int next;
  private long count;

  TrunkState(Trunk trunk) {
    this.trunk = trunk;
    this.began = new long[trunk.rate()];
  }

  Trunk trunk() {
    return trunk;
  }

  boolean well() {
    return health.well();
  }

  int standing() {
    return standing;
  }

  /** Whether one more call may begin now. */
  boolean free(long now) {
    boolean rate = count < began.length || now - began[next] >= SECOND;
    return health.well() && standing < trunk.channels() && rate;
  }

  void begins(long now) {
    standing++;
    began[next] = now;
    next = (next + 1) % began.length;
    count++;
  }

  void ends() {
    standing--;
  }

  /** A sign of how it is; whether that changed it. */
  boolean sign(boolean good) {
    boolean was = health.well();
    health = health.after(good);
    return was != health.well();
  }
}
