package io.heyue.app.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as SMPP carries it: bytes in one of two alphabets, cut into parts that fit.
 *
 * <p>The centre's default alphabet differs from centre to centre in all but the characters that
 * ASCII and GSM 03.38 have in common, so a text that has others goes as UCS-2.
 *
 * @param coding data_coding: 0 the default alphabet, 8 UCS-2
 * @param parts at least one, without headers
 */
record Encoded(byte coding, List<byte[]> parts) {
  static final byte DEFAULT = 0;
  static final byte UCS2 = 8;

  /** A lone message holds 140 bytes; in each of several, 6 are taken by the header. */
  private static final int ALONE = 140;

  private static final int HEADER = 6;
  private static final int MOST_PARTS = 255;
  private static final String COMMON = "\n\r !\"#%&'()*+,-./:;<=>?";

  static Encoded of(String text) {
    boolean plain = text.chars().allMatch(Encoded::common);
    // Seven bits a character where the text is plain: 160 alone, 153 in each of several.
    int alone = plain ? ALONE * 8 / 7 : ALONE / 2;
    int each = plain ? (ALONE - HEADER) * 8 / 7 : (ALONE - HEADER) / 2;
    List<byte[]> parts = new ArrayList<>();
    for (String part : text.length() <= alone ? List.of(text) : cut(text, each)) {
      parts.add(part.getBytes(plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE));
    }
    return new Encoded(plain ? DEFAULT : UCS2, List.copyOf(parts));
  }

  boolean tooLong() {
    return parts.size() > MOST_PARTS;
  }

  /** Part {@code number} (from 0) behind its header. */
  byte[] withHeader(int number, byte reference) {
    byte[] header = {5, 0, 3, reference, (byte) parts.size(), (byte) (number + 1)};
    return join(header, parts.get(number));
  }

  byte[] whole() {
    return join(parts.toArray(byte[][]::new));
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  /** Never between the two halves of a character outside the basic plane. */
  private static List<String> cut(String text, int each) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + each);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private static boolean common(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || COMMON.indexOf(c) >= 0;
  }
}
