package io.heyue.voice.audio;

import io.heyue.core.base.Check;

/**
 * The rhythm by which a voice is labelled as made by a machine: short-long short-short, the letters
 * A and I of the Morse code (GB 45438-2025, 5.3; lengths and gaps by ITU-R M.1677-1, 2.2).
 */
public final class Cue {
  /** How many units each lasts: tones above zero, gaps below. */
  private static final int[] RHYTHM = {1, -1, 3, -3, 1, -1, 1};

  private static final int HERTZ = 880;
  private static final int UNIT_MILLIS = 40;

  /** 20 dB below the loudest. */
  private static final int AMPLITUDE = 3_277;

  /** Tones come and go within so many milliseconds, so that they don't click. */
  private static final int RAMP_MILLIS = 5;

  private Cue() {}

  /** The usual one: 880 Hz, units of 40 ms, 0.44 s in all, 20 dB below the loudest. */
  public static Sound rhythm(int rate) {
    return rhythm(rate, HERTZ, UNIT_MILLIS, AMPLITUDE);
  }

  /**
   * The rhythm as tones.
   *
   * @param rate samples a second
   * @param hertz below half the rate
   * @param unit how long a short one is, in milliseconds; 20 or more
   * @param amplitude 1 to 32,767
   */
  public static Sound rhythm(int rate, int hertz, int unit, int amplitude) {
    Check.that(rate >= 8_000 && rate <= 48_000, "rate", rate, "8000 to 48000");
    Check.that(hertz > 0 && hertz < rate / 2, "hertz", hertz, "below half the rate");
    Check.that(unit >= 20 && unit <= 500, "unit", unit, "20 to 500");
    Check.that(amplitude > 0 && amplitude <= Short.MAX_VALUE, "amplitude", amplitude, "1 to 32767");
    int length = rate * unit / 1_000;
    int units = 0;
    for (int part : RHYTHM) {
      units += Math.abs(part);
    }
    short[] samples = new short[units * length];
    int at = 0;
    for (int part : RHYTHM) {
      if (part > 0) {
        tone(samples, at, part * length, rate, hertz, amplitude);
      }
      at += Math.abs(part) * length;
    }
    return new Sound(rate, samples);
  }

  private static void tone(short[] into, int from, int length, int rate, int hertz, int amplitude) {
    int ramp = rate * RAMP_MILLIS / 1_000;
    for (int at = 0; at < length; at++) {
      double edge = Math.min(1, (Math.min(at, length - 1 - at) + 0.5) / ramp);
      double loud = amplitude * (1 - Math.cos(Math.PI * edge)) / 2;
      into[from + at] = (short) Math.round(loud * Math.sin(2 * Math.PI * hertz * at / rate));
    }
  }
}
