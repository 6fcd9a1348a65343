package io.heyue.app.house;

import io.heyue.app.channel.Arrivals;
import io.heyue.app.engine.Engine;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;

/** Takes what comes from the street to the engine. */
record EngineArrivals(Engine engine) implements Arrivals {
  @Override
  public void text(PhoneNumber from, String text, String id) {
    engine.desk().smsReceived(from, text, id);
  }

  @Override
  public void receipt(Channel channel, String reference, boolean delivered) {
    engine.courier().receipt(channel, reference, delivered);
  }
}
