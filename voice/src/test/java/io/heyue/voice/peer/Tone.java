package io.heyue.voice.peer;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.tone.Goertzel;
import java.time.Duration;
import java.util.Arrays;

/** A tone to be played and to be heard again: 8,000 samples a second, well below full loudness. */
public final class Tone {
  private static final double LOUDNESS = 8_000;

  /** 20 ms, as a packet of audio holds. */
  private static final int PIECE = Companding.RATE / 50;

  /** What of a piece must be the tone. */
  private static final double ENOUGH = 0.8;

  private Tone() {}

  /**
   * @param frequency in hertz
   */
  public static Sound of(double frequency, Duration length) {
    short[] samples = new short[Math.toIntExact(length.toMillis() * Companding.RATE / 1_000)];
    for (int at = 0; at < samples.length; at++) {
      samples[at] =
          (short) Math.round(LOUDNESS * Math.sin(2 * Math.PI * frequency * at / Companding.RATE));
    }
    return new Sound(Companding.RATE, samples);
  }

  /** For how long a tone sounds in all, in steps of 20 ms. */
  public static Duration heard(Sound sound, double frequency) {
    short[] samples = sound.at(Companding.RATE).samples();
    Goertzel tone = new Goertzel(frequency, Companding.RATE);
    int pieces = 0;
    for (int at = 0; at + PIECE <= samples.length; at += PIECE) {
      if (tone.share(Arrays.copyOfRange(samples, at, at + PIECE)) >= ENOUGH) {
        pieces++;
      }
    }
    return Duration.ofMillis(pieces * 20L);
  }
}
