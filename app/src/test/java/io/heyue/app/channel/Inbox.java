package io.heyue.app.channel;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.Piece;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what arrives, in order, until a test takes it. */
public final class Inbox implements Arrivals {
  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();

  /** What arrived: a text with its sender, or a receipt as {@code delivered} or {@code failed}. */
  public record Arrival(String about, String what) {}

  @Override
  public void text(PhoneNumber from, String text, String id, Duration within) {
    arrived.add(new Arrival(from.reveal(), text));
    ids.add(id);
  }

  @Override
  public void part(
      PhoneNumber from, Piece piece, Function<byte[], String> reader, String id, Duration within) {
    arrived.add(
        new Arrival(from.reveal(), piece + " " + reader.apply(Piece.bytes(piece.octets()))));
  }

  /** The ids of the texts, in order. */
  public List<String> ids() {
    return List.copyOf(ids);
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
