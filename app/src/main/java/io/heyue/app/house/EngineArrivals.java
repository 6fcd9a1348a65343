package io.heyue.app.house;

import io.heyue.app.channel.Arrivals;
import io.heyue.app.engine.Engine;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.Piece;
import java.time.Duration;
import java.util.function.Function;

/** Takes what comes from the street to the engine. */
record EngineArrivals(Engine engine) implements Arrivals {
  @Override
  public void text(PhoneNumber from, String text, String id, Duration within) {
    engine.desk().smsReceived(from, text, id, within);
  }

  @Override
  public void part(
      PhoneNumber from, Piece piece, Function<byte[], String> reader, String id, Duration within) {
    engine.desk().smsPartReceived(from, piece, reader, id, within);
  }

  @Override
  public void receipt(Channel channel, String reference, boolean delivered) {
    engine.courier().receipt(channel, reference, delivered);
  }
}
