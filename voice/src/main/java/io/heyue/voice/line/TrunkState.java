package io.heyue.voice.line;

import io.heyue.core.base.Check;
import java.util.Optional;

/**
 * What goes on at a trunk: calls that stand, calls that began within this second, how it is. Not
 * thread-safe: {@link Trunks}'.
 */
final class TrunkState {
  private static final long SECOND = 1_000_000_000L;

  private final Trunk trunk;
  private TrunkHealth health = TrunkHealth.GOOD;

  /** Whether it knows where we are reached, or needn't. */
  private boolean registered;

  private int standing;

  /** When the calls of the last second began, the oldest to be overwritten next. */
  private final long[] began;

  private int next;
  private long count;

  TrunkState(Trunk trunk) {
    this.trunk = trunk;
    this.began = new long[trunk.rate()];
    this.registered = trunk.registers().isEmpty();
  }

  Trunk trunk() {
    return trunk;
  }

  /** Whether calls may go there at all. */
  boolean well() {
    return health.well() && registered;
  }

  boolean registered() {
    return registered;
  }

  void registered(boolean known) {
    registered = known;
  }

  int standing() {
    return standing;
  }

  /** What keeps one more call from beginning now; empty where nothing does. */
  Optional<Trunks.Lack> lacks(long now) {
    if (!well()) {
      return Optional.of(Trunks.Lack.ILL);
    }
    if (standing >= trunk.channels()) {
      return Optional.of(Trunks.Lack.FULL);
    }
    boolean rate = count < began.length || now - began[next] >= SECOND;
    return rate ? Optional.empty() : Optional.of(Trunks.Lack.RATE);
  }

  /** Channels that are free; none where no call may go there. */
  int channels() {
    return well() ? Math.max(0, trunk.channels() - standing) : 0;
  }

  /** Calls that may begin by these within the second that ends now. */
  int rate(long now) {
    int within = 0;
    for (int back = 1; back <= Math.min(count, began.length); back++) {
      int at = (next + began.length - back) % began.length;
      within += now - began[at] < SECOND ? 1 : 0;
    }
    return Math.min(channels(), began.length - within);
  }

  void begins(long now) {
    standing++;
    began[next] = now;
    next = (next + 1) % began.length;
    count++;
  }

  /**
   * Somebody calls us through it: that takes a channel, and none of the new calls that we may
   * begin.
   *
   * @return whether one was free
   */
  boolean comes() {
    if (standing >= trunk.channels()) {
      return false;
    }
    standing++;
    return true;
  }

  void ends() {
    Check.that(standing > 0, "standing", standing, "above zero where a call ends");
    standing--;
  }

  /** The call that began last never went out, so it counts for nothing. */
  void neverBegan() {
    ends();
    next = (next + began.length - 1) % began.length;
    began[next] -= SECOND;
    count--;
  }

  /** A sign of how it is; whether that changed it. */
  boolean sign(boolean good) {
    return becomes(health.after(good));
  }

  /** It says nothing at all; whether that changed it. */
  boolean silent() {
    return becomes(TrunkHealth.SILENT);
  }

  private boolean becomes(TrunkHealth other) {
    boolean was = health.well();
    health = other;
    return was != other.well();
  }
}
