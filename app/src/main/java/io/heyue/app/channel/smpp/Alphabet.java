package io.heyue.app.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How the bytes of a message are read: what SMPP calls data_coding (3.4, 5.2.19). */
enum Alphabet {
  /** The default alphabet of GSM, one character a byte (3GPP TS 23.038, 6.2.1). */
  GSM {
    @Override
    String read(byte[] bytes) {
      return gsm(bytes);
    }
  },
  LATIN1 {
    @Override
    String read(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  },
  UCS2 {
    @Override
    String read(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
  };

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final char ESCAPE = 0x1B;
  private static final Map<Integer, Character> EXTENDED =
      Map.of(
          0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']',
          0x40, '|', 0x65, '€');

  abstract String read(byte[] bytes);

  /**
   * The alphabet that a message is in.
   *
   * @param coding data_coding of the message
   * @param usual what the centre means by its default alphabet
   */
  static Alphabet of(byte coding, Alphabet usual) {
    int code = coding & 0xFF;
    if (code < 0x10) {
      return switch (code) {
        case 8 -> UCS2;
        case 1, 2, 3, 4 -> LATIN1;
        default -> usual;
      };
    }
    // The groups of 3GPP TS 23.038, section 4.
    return switch (code & 0xF0) {
      case 0x10, 0x20, 0x30 -> {
        int alphabet = code & 0x0C;
        yield alphabet == 0x08 ? UCS2 : alphabet == 0x04 ? LATIN1 : usual;
      }
      case 0xE0 -> UCS2;
      case 0xF0 -> (code & 0x04) != 0 ? LATIN1 : usual;
      default -> usual;
    };
  }

  private static String gsm(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int code = bytes[i] & 0xFF;
      if (code == ESCAPE && i + 1 < bytes.length) {
        i++;
        // An extension that is not known shows the character of the basic table.
        int extended = bytes[i] & 0x7F;
        text.append(EXTENDED.getOrDefault(extended, BASIC.charAt(extended)));
      } else {
        // No character of this alphabet has the eighth bit; where one does, it is Latin-1.
        text.append(code < BASIC.length() ? BASIC.charAt(code) : (char) code);
      }
    }
    return text.toString();
  }
}
