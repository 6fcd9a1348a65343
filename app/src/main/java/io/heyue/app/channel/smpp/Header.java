package io.heyue.app.channel.smpp;

import io.heyue.core.channel.Piece;
import java.util.Arrays;
import java.util.Optional;

/** What stands before the words of a message that came in parts (3GPP TS 23.040, 9.2.3.24). */
final class Header {
  private static final int CONCATENATED_8 = 0x00;
  private static final int CONCATENATED_16 = 0x08;

  /** Both kinds of reference count on their own. */
  private static final int WIDE = 0x10000;

  private final Optional<Piece> piece;
  private final byte[] body;

  private Header(Optional<Piece> piece, byte[] body) {
    this.piece = piece;
    this.body = body;
  }

  /** Which part of which message it is; empty where it is whole. */
  Optional<Piece> piece() {
    return piece;
  }

  /** Reads the bytes without the header. */
  String words(Alphabet alphabet) {
    return alphabet.read(body);
  }

  /** Of a message without one. */
  static Header none(byte[] message) {
    return new Header(Optional.empty(), message);
  }

  static Header read(byte[] message) {
    int end = message.length == 0 ? 0 : Math.min(message.length, 1 + (message[0] & 0xFF));
    byte[] body = Arrays.copyOfRange(message, end, message.length);
    int at = 1;
    while (at + 1 < end) {
      int element = message[at] & 0xFF;
      int length = message[at + 1] & 0xFF;
      int value = at + 2;
      if (value + length > end) {
        break;
      }
      if (element == CONCATENATED_8 && length == 3) {
        return new Header(piece(message[value] & 0xFF, message, value + 1, body), body);
      }
      if (element == CONCATENATED_16 && length == 4) {
        int reference = (message[value] & 0xFF) << 8 | (message[value + 1] & 0xFF);
        return new Header(piece(WIDE | reference, message, value + 2, body), body);
      }
      at = value + length;
    }
    return new Header(Optional.empty(), body);
  }

  private static Optional<Piece> piece(int reference, byte[] message, int at, byte[] body) {
    int total = message[at] & 0xFF;
    int number = message[at + 1] & 0xFF;
    return total > 1 && number >= 1 && number <= total
        ? Optional.of(Piece.of(reference, total, number, body))
        : Optional.empty();
  }
}
