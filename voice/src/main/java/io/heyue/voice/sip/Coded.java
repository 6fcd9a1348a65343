package io.heyue.voice.sip;

import java.util.Arrays;

/**
 * By what both sides code audio. Immutable.
 *
 * @param sentAs payload type of what we send
 * @param heardAs payload type of what they send
 * @param keyClock ticks a second by which they tell how long a key is pressed
 * @param wishes how they want to be sent it (fmtp); empty where they don't say
 */
public record Coded(Codec codec, int sentAs, int heardAs, int keyClock, String wishes) {
  /** One that asks for nothing, by its usual payload type. */
  static Coded of(Codec codec) {
    return new Coded(codec, codec.type(), codec.type(), codec.clock(), "");
  }

  /** A number among their wishes; {@code otherwise} where they don't say or it is none. */
  public int wish(String name, int otherwise) {
    return Arrays.stream(wishes.split(";"))
        .map(wish -> wish.strip().split("\\s*=\\s*", 2))
        .filter(wish -> wish.length == 2 && wish[0].equalsIgnoreCase(name))
        .map(wish -> wish[1])
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .findFirst()
        .orElse(otherwise);
  }
}
