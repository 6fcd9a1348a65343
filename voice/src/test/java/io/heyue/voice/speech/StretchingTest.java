package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heyue.voice.audio.Sound;
import org.junit.jupiter.api.Test;

class StretchingTest {
  /** The share of the power that lies at one pitch, by Goertzel. */
  private static double at(Sound sound, double hertz, int from, int length) {
    short[] samples = sound.samples();
    double real = 0;
    double imaginary = 0;
    double power = 0;
    for (int at = from; at < from + length; at++) {
      double angle = 2 * Math.PI * hertz * at / sound.rate();
      real += samples[at] * Math.cos(angle);
      imaginary += samples[at] * Math.sin(angle);
      power += (double) samples[at] * samples[at];
    }
    return 2 * (real * real + imaginary * imaginary) / (length * power);
  }

  @Test
  void paceChangesLengthAndNotPitch() {
    Sound tone = Voices.tone(8_000, 200, 8_000, 16_000);
    for (double pace : new double[] {0.5, 0.8, 1.25, 2}) {
      Sound other = Stretching.of(tone, pace);
      assertThat((double) other.samples().length).isCloseTo(16_000 / pace, within(1.0));
      assertThat(at(other, 200, 2_000, 4_000)).isGreaterThan(0.98);
      assertThat(Levels.of(other)).isCloseTo(Levels.of(tone), within(200.0));
    }
    assertThat(Stretching.of(tone, 1)).isSameAs(tone);
  }
}
