package io.heyue.app.channel;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.Piece;
import java.time.Duration;
import java.util.function.Function;

/** Where what comes from the street is taken in. Thread-safe; a return means that it is stored. */
public interface Arrivals {
  /** For ids that no other message has for so long. */
  Duration UNIQUE = Duration.ofDays(30);

  /**
   * Somebody wrote a text message.
   *
   * @param id of the message
   * @param within a message of the same id that came at most so long ago is this one, brought again
   */
  void text(PhoneNumber from, String text, String id, Duration within);

  /**
   * Somebody's telephone sent a part of a text message; it is kept until all are there.
   *
   * @param reader reads the bytes of the whole
   * @param id of the message that this part came in; the last one's is that of the whole
   */
  void part(
      PhoneNumber from, Piece piece, Function<byte[], String> reader, String id, Duration within);

  /** A carrier tells what became of the message that it knows by {@code reference}. */
  void receipt(Channel channel, String reference, boolean delivered);
}
