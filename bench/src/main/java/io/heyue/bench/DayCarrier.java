package io.heyue.bench;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.app.engine.Redial;
import io.heyue.core.base.Channel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** Hands letters on to another carrier, counts them, and notes how long that takes. Thread-safe. */
final class DayCarrier implements Carrier {
  private final Carrier carrier;
  private final AtomicIntegerArray dialled;
  final AtomicLong accepted = new AtomicLong();
  final AtomicLong refused = new AtomicLong();

  /** Of the heart's thread alone, which hands all of them over. */
  final PhoneDay.Stage hand = new PhoneDay.Stage();

  /**
   * @param borrowers how many there are to be called
   */
  DayCarrier(Carrier carrier, int borrowers) {
    this.carrier = carrier;
    this.dialled = new AtomicIntegerArray(borrowers);
  }

  @Override
  public Channel channel() {
    return carrier.channel();
  }

  @Override
  public Handed hand(Letter letter) {
    Handed handed = hand.timed(() -> carrier.hand(letter));
    if (handed instanceof Handed.Refused) {
      refused.incrementAndGet();
    } else {
      accepted.incrementAndGet();
      dialled.incrementAndGet(SampleFiles.borrower(letter.to().reveal()));
    }
    return handed;
  }

  /** How many letters to a borrower were taken, each under a permit of its own. */
  int dialled(int borrower) {
    return dialled.get(borrower);
  }

  @Override
  public int room() {
    return carrier.room();
  }

  @Override
  public Optional<Redial> after(String reason) {
    return carrier.after(reason);
  }
}
