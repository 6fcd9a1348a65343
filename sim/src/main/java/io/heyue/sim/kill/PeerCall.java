package io.heyue.sim.kill;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One call as the person who was called saw it. Times are {@link System#nanoTime}; 0 for what
 * didn't happen. Who hears nothing for as long as their telephone waits hangs up.
 */
final class PeerCall implements Telephone.Taking, PhoneListener {
  /** A sample louder than this is no noise of the line. */
  private static final int LOUD = 500;

  /** Frames of 20 ms in which something was said. */
  private static final int A_WHILE = 25;

  private final PhoneNumber number;
  private final Consumer<PeerCall> rings;
  private final int place;
  private final CompletableFuture<TelephoneCall> call = new CompletableFuture<>();
  private volatile long upAt;
  private volatile long silentAt;
  private volatile long endedAt;
  private volatile long spokenToAt;
  private volatile long loudAt;

  /** Of the thread of all audio. */
  private int loud;

  /**
   * @param place which call this is, counted from 0
   * @param rings is told when it can be accepted
   */
  PeerCall(PhoneNumber number, int place, Consumer<PeerCall> rings) {
    this.number = number;
    this.place = place;
    this.rings = rings;
  }

  PhoneNumber number() {
    return number;
  }

  int place() {
    return place;
  }

  long upAt() {
    return upAt;
  }

  long endedAt() {
    return endedAt;
  }

  /** Whether they are in a call, as far as they know. */
  boolean live() {
    return upAt != 0 && silentAt == 0 && endedAt == 0;
  }

  /** When they were spoken to last. */
  long loudAt() {
    return loudAt;
  }

  /** When they had been spoken to for a while. */
  long spokenToAt() {
    return spokenToAt;
  }

  void accept() {
    var _ = call.thenAccept(TelephoneCall::accept);
  }

  void hangUp() {
    var _ = call.thenAccept(TelephoneCall::hangUp);
  }

  @Override
  public PhoneListener listener() {
    return this;
  }

  @Override
  public void comes(TelephoneCall coming) {
    call.complete(coming);
    rings.accept(this);
  }

  @Override
  public void up() {
    upAt = System.nanoTime();
    var _ = call.join().play(new LineNoise(place));
  }

  @Override
  public void heard(short[] frame, long at) {
    if (loud(frame)) {
      loudAt = System.nanoTime();
      if (spokenToAt == 0 && ++loud == A_WHILE) {
        spokenToAt = loudAt;
      }
    }
  }

  private static boolean loud(short[] frame) {
    for (short sample : frame) {
      if (sample > LOUD) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void silent() {
    silentAt = System.nanoTime();
    hangUp();
  }

  @Override
  public void ended(Ending ending, boolean elsewhere) {
    endedAt = System.nanoTime();
  }
}
