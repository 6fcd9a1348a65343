package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import java.time.Instant;

/** Takes messages from the outbox to the carriers, each at most once. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester") // not filled in yet
public final class Courier {
  Courier() {}

  /**
   * Hands over at most {@code limit} messages that are due.
   *
   * @return how many
   */
  public int deliver(Instant now, int limit) {
    throw new UnsupportedOperationException(now.toString() + limit);
  }

  /** A carrier tells what became of a message. Unknown references are taken no notice of. */
  public void receipt(Channel channel, String reference, boolean delivered) {
    throw new UnsupportedOperationException(channel + reference + delivered);
  }

  /**
   * Gives up messages that were being handed over when a process died; they are not sent again.
   *
   * @return how many
   */
  public int recover(Instant now) {
    throw new UnsupportedOperationException(now.toString());
  }
}
