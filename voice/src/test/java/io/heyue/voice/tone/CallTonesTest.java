package io.heyue.voice.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTonesTest {
  private static final int RATE = 8_000;
  private static final int PIECE = 160;

  private final Random random = new Random(5);
  private final CallTones tones = new CallTones(RATE);
  private final List<CallTone> heard = new ArrayList<>();
  private long at;

  private void sound(double frequency, double loudness, long milliseconds) {
    for (long piece = 0; piece < milliseconds / 20; piece++) {
      short[] samples = new short[PIECE];
      for (int sample = 0; sample < PIECE; sample++, at++) {
        double noise = 60 * random.nextGaussian();
        samples[sample] =
            (short) (loudness * Math.sin(2 * Math.PI * frequency * at / RATE) + noise);
      }
      tones.came(samples).ifPresent(heard::add);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RINGING, 1000, 4000, 450", "RINGING, 1060, 4200, 470", "BUSY, 340, 340, 450",
    "BUSY, 380, 320, 430", "CONGESTED, 700, 700, 450", "CONGESTED, 660, 740, 475"
  })
  void aToneIsKnownByItsCadence(CallTone tone, long sounds, long rests, double frequency) {
    for (int times = 0; times < 4; times++) {
      sound(frequency, 4_000, sounds);
      sound(0, 0, rests);
    }
    assertThat(heard).hasSize(3).containsOnly(tone);
  }

  @Test
  void anotherToneOfTheSameCadenceIsNone() {
    for (int times = 0; times < 6; times++) {
      sound(620, 4_000, 340);
      sound(0, 0, 340);
    }
    assertThat(heard).isEmpty();
  }

  /**
   * A click in the middle of a tone, or in the silence after it, is neither its end nor another.
   */
  @Test
  void aClickChangesNothing() {
    for (int times = 0; times < 4; times++) {
      sound(450, 4_000, 500);
      sound(1_700, 9_000, 20);
      sound(450, 4_000, 480);
      sound(0, 0, 2_000);
      sound(450, 9_000, 20);
      sound(0, 0, 1_980);
    }
    assertThat(heard).hasSize(3).containsOnly(CallTone.RINGING);
  }

  @Test
  void noiseIsNoTone() {
    for (int times = 0; times < 50; times++) {
      sound(200 + 20 * times, 3_000, 100 + 20L * random.nextInt(30));
      sound(0, 0, 100 + 20L * random.nextInt(30));
    }
    assertThat(heard).isEmpty();
  }
}
