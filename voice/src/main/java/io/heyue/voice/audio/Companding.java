package io.heyue.voice.audio;

/**
 * Telephone audio of a byte a sample, 8,000 samples a second (ITU-T G.711, 1988). Linear samples
 * are signed sixteen-bit numbers. Thread-safe.
 */
public enum Companding {
  /** µ-law: North America, Japan. */
  PCMU(0) {
    @Override
    byte encode(int sample) {
      int quarter = sample >> 2;
      int mask = quarter < 0 ? 0x7f : 0xff;
      int magnitude = Math.min(Math.abs(quarter), 8_159) + 33;
      int chord = chord(magnitude, 0x3f);
      int code = chord > 7 ? 0x7f : (chord << 4) | ((magnitude >> (chord + 1)) & 0x0f);
      return (byte) (code ^ mask);
    }

    @Override
    short expand(int code) {
      int plain = ~code;
      int magnitude = (((plain & 0x0f) << 3) + 0x84) << ((plain & 0x70) >> 4);
      return (short) ((plain & 0x80) != 0 ? 0x84 - magnitude : magnitude - 0x84);
    }
  },

  /** A-law: China, Europe, and every call between countries. */
  PCMA(8) {
    @Override
    byte encode(int sample) {
      int eighth = sample >> 3;
      int mask = eighth < 0 ? 0x55 : 0xd5;
      int magnitude = eighth < 0 ? -eighth - 1 : eighth;
      int chord = chord(magnitude, 0x1f);
      int code = chord > 7 ? 0x7f : (chord << 4) | ((magnitude >> Math.max(1, chord)) & 0x0f);
      return (byte) (code ^ mask);
    }

    @Override
    short expand(int code) {
      int plain = code ^ 0x55;
      int chord = (plain & 0x70) >> 4;
      int step = (plain & 0x0f) << 4;
      int magnitude = chord == 0 ? step + 8 : (step + 0x108) << (chord - 1);
      return (short) ((plain & 0x80) != 0 ? magnitude : -magnitude);
    }
  };

  /** Samples a second. */
  public static final int RATE = 8_000;

  private static final int CODES = 256;

  private final int payloadType;

  // Written by the constructor alone.
  @SuppressWarnings("ImmutableEnumChecker")
  private final short[] expanded = new short[CODES];

  Companding(int payloadType) {
    this.payloadType = payloadType;
    for (int code = 0; code < CODES; code++) {
      expanded[code] = expand(code);
    }
  }

  /** The static payload type (RFC 3551, table 4). */
  public int payloadType() {
    return payloadType;
  }

  abstract byte encode(int sample);

  abstract short expand(int code);

  /** The piece of the curve that holds a magnitude: 0 to 7, or 8 above all of them. */
  private static int chord(int magnitude, int first) {
    int chord = 0;
    for (int end = first; chord < 8 && magnitude > end; end = (end << 1) | 1) {
      chord++;
    }
    return chord;
  }

  /** The samples of {@code codes}, one each. */
  public short[] decode(byte[] codes) {
    short[] samples = new short[codes.length];
    for (int at = 0; at < codes.length; at++) {
      samples[at] = expanded[codes[at] & 0xff];
    }
    return samples;
  }

  /** The codes of {@code samples}, one each. */
  public byte[] encode(short[] samples) {
    byte[] codes = new byte[samples.length];
    for (int at = 0; at < samples.length; at++) {
      codes[at] = encode(samples[at]);
    }
    return codes;
  }
}
