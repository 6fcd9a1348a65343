package io.heyue.app.channel;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;

/** Where what comes from the street is taken in. Thread-safe; a return means that it is stored. */
public interface Arrivals {
  /**
   * Somebody wrote a text message.
   *
   * @param id the carrier's id of the message, or one of ours that is unlike all others
   */
  void text(PhoneNumber from, String text, String id);

  /** A carrier tells what became of the message that it knows by {@code reference}. */
  void receipt(Channel channel, String reference, boolean delivered);
}
