package io.heyue.app.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together that came to the practice centre in parts (3GPP TS 23.040, 9.2.3.24).
 * Parts that people send to us are kept in the database instead, since they must outlive us.
 *
 * <p>Holds a bounded number of unfinished ones and forgets the oldest. Thread-safe.
 */
final class Assembly {
  private static final int MOST_UNFINISHED = 1_000;
  private static final int CONCATENATED_8 = 0x00;
  private static final int CONCATENATED_16 = 0x08;

  private final Map<Key, byte @Nullable [][]> unfinished = new LinkedHashMap<>();

  /**
   * Takes one part.
   *
   * @param message with its header
   * @return the whole, without headers, once its last part is there
   */
  synchronized Optional<byte[]> add(String from, byte[] message) {
    int headerEnd = message.length == 0 ? 0 : Math.min(message.length, 1 + (message[0] & 0xFF));
    byte[] body = Arrays.copyOfRange(message, headerEnd, message.length);
    int at = 1;
    while (at + 1 < headerEnd) {
      int element = message[at] & 0xFF;
      int length = message[at + 1] & 0xFF;
      int value = at + 2;
      if (value + length > headerEnd) {
        break;
      }
      if (element == CONCATENATED_8 && length == 3) {
        return put(new Key(from, message[value] & 0xFF), message, value + 1, body);
      }
      if (element == CONCATENATED_16 && length == 4) {
        int reference = (message[value] & 0xFF) << 8 | (message[value + 1] & 0xFF);
        return put(new Key(from, 0x10000 | reference), message, value + 2, body);
      }
      at = value + length;
    }
    return Optional.of(body);
  }

  private Optional<byte[]> put(Key key, byte[] message, int at, byte[] body) {
    int total = message[at] & 0xFF;
    int number = message[at + 1] & 0xFF;
    if (number < 1 || number > total) {
      return Optional.of(body);
    }
    byte @Nullable [][] parts = unfinished.get(key);
    if (parts == null || parts.length != total) {
      parts = new byte[total][];
      unfinished.put(key, parts);
    }
    parts[number - 1] = body;
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      if (part == null) {
        forgetOldest();
        return Optional.empty();
      }
      whole.writeBytes(part);
    }
    unfinished.remove(key);
    return Optional.of(whole.toByteArray());
  }

  private void forgetOldest() {
    if (unfinished.size() > MOST_UNFINISHED) {
      unfinished.remove(unfinished.keySet().iterator().next());
    }
  }

  private record Key(String from, int reference) {}
}
