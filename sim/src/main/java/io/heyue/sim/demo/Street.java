package io.heyue.sim.demo;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.core.base.Channel;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Takes text messages to the simulated people. Thread-safe. */
final class Street implements Carrier {
  private final ConcurrentLinkedQueue<Letter> letters = new ConcurrentLinkedQueue<>();

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Handed hand(Letter letter) {
    letters.add(letter);
    return new Handed.Accepted(letter.id().toString());
  }

  /** The next message that has not been read yet. */
  @Nullable Letter next() {
    return letters.poll();
  }
}
