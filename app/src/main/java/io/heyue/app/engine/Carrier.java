package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import java.util.Optional;

/** Takes messages to people: an SMS centre, a mail server. A port; thread-safe, and may block. */
public interface Carrier {
  Channel channel();

  /**
   * Hands over one message. Called at most once for each letter, or again only after {@link
   * Handed.Refused}, so an implementation must say {@link Handed.Unsure} whenever the message may
   * have been taken. It never throws for what happens on the way.
   */
  Handed hand(Letter letter);

  /** How many messages it takes now. What it has no room for waits where it can be called back. */
  default int room() {
    return Integer.MAX_VALUE;
  }

  /**
   * What may be done after a message was not delivered.
   *
   * @param reason as the carrier told it
   * @return empty where the campaign goes on as planned
   */
  default Optional<Redial> after(String reason) {
    return Optional.empty();
  }
}
