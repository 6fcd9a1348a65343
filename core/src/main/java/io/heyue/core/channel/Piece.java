package io.heyue.core.channel;

import java.nio.charset.StandardCharsets;

/**
 * A part of a text message that a telephone sent in several.
 *
 * @param reference by which the sender's telephone tells its messages apart; used anew after a
 *     while
 * @param total how many parts there are, at least 2
 * @param number which one this is, from 1
 * @param octets its bytes, one character each; of the text a character may be cut in two between
 *     parts
 */
public record Piece(int reference, int total, int number, String octets) {
  public Piece {
    if (number < 1 || number > total) {
      throw new IllegalArgumentException(
          "Part " + number + " of " + total + " is none. Maybe the numbers were exchanged.");
    }
  }

  /** A part with these bytes. */
  public static Piece of(int reference, int total, int number, byte[] body) {
    // Latin-1 has a character for each byte.
    return new Piece(reference, total, number, new String(body, StandardCharsets.ISO_8859_1));
  }

  /** The bytes for which {@code octets} stand. */
  public static byte[] bytes(String octets) {
    return octets.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Which part it is, and not what it says. */
  @Override
  public String toString() {
    return "Piece[" + number + "/" + total + " of " + reference + "]";
  }
}
