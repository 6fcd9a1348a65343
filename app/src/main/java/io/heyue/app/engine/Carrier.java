package io.heyue.app.engine;

import io.heyue.core.base.Channel;

/** Takes messages to people: an SMS centre, a mail server. A port; thread-safe, and may block. */
public interface Carrier {
  Channel channel();

  /**
   * Hands over one message. Called at most once for each letter, or again only after {@link
   * Handed.Refused}, so an implementation must say {@link Handed.Unsure} whenever the message may
   * have been taken. It never throws for what happens on the way.
   */
  Handed hand(Letter letter);
}
