package io.heyue.app.channel;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what arrives, in order, until a test takes it. */
public final class Inbox implements Arrivals {
  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();

  /** What arrived: a text with its sender, or a receipt as {@code delivered} or {@code failed}. */
  public record Arrival(String about, String what) {}

  @Override
  public void text(PhoneNumber from, String text, String id) {
    arrived.add(new Arrival(from.reveal(), text));
  }

  @Override
  public void receipt(Channel channel, String reference, boolean delivered) {
    arrived.add(new Arrival(reference, delivered ? "delivered" : "failed"));
  }

  /** The next one; null if none comes within ten seconds. */
  public @Nullable Arrival next() throws InterruptedException {
    return arrived.poll(10, TimeUnit.SECONDS);
  }
}
