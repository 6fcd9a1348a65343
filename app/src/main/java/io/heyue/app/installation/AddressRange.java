package io.heyue.app.installation;

import io.heyue.core.base.Check;
import java.net.InetAddress;

/**
 * Addresses of the Internet that begin alike, such as {@code 10.0.0.0/8}, or a single one.
 *
 * @param first whose beginning counts
 * @param bits so many of it
 */
public record AddressRange(InetAddress first, int bits) {
  public AddressRange {
    int all = first.getAddress().length * Byte.SIZE;
    Check.that(bits > 0 && bits <= all, "the length of a range", bits, "from 1 to " + all);
  }

  /**
   * Reads one; no name is looked up.
   *
   * @throws IllegalArgumentException if it is neither an address nor a range
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int all = first.getAddress().length * Byte.SIZE;
      return new AddressRange(first, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no address and no range of addresses. Maybe it is a name; write 10.0.0.7,"
              + " 10.0.0.0/8 or fd00::/8.");
    }
  }

  public boolean holds(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
