package io.heyue.voice.rtp;

import java.util.Arrays;
import java.util.Optional;

/** A key of a telephone, with its number as an event (RFC 4733, table 3). */
public enum Key {
  ZERO(0, '0'),
  ONE(1, '1'),
  TWO(2, '2'),
  THREE(3, '3'),
  FOUR(4, '4'),
  FIVE(5, '5'),
  SIX(6, '6'),
  SEVEN(7, '7'),
  EIGHT(8, '8'),
  NINE(9, '9'),
  STAR(10, '*'),
  HASH(11, '#'),
  A(12, 'A'),
  B(13, 'B'),
  C(14, 'C'),
  D(15, 'D');

  private final int event;
  private final char sign;

  Key(int event, char sign) {
    this.event = event;
    this.sign = sign;
  }

  /** What stands on it. */
  public char sign() {
    return sign;
  }

  int event() {
    return event;
  }

  static Optional<Key> of(int event) {
    return Arrays.stream(values()).filter(key -> key.event == event).findFirst();
  }

  /**
   * The key that bears a sign.
   *
   * @throws IllegalArgumentException if none does
   */
  public static Key signed(char sign) {
    for (Key key : values()) {
      if (key.sign == sign) {
        return key;
      }
    }
    throw new IllegalArgumentException("No key bears " + sign + ". Maybe 0 to 9, * or #.");
  }
}
