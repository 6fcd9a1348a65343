package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTest {
  private static void found(int rate, double hertz, double... tones) {
    Pitch pitch = new Pitch(rate, Pitch.CLEAR);
    short[] samples = Noise.tones(rate, 4 * pitch.window(), 2_500, tones);
    Noise.add(samples, Noise.white(new Random(1), samples.length, 30), 0);
    for (int from = 0; from < 3 * pitch.window(); from += 37) {
      assertThat(pitch.of(samples, from).orElseThrow())
          .as("%s at %s", hertz, rate)
          .isCloseTo(hertz, within(0.02 * hertz));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void theToneOfAVoiceIsFound(int rate) {
    for (int hertz : IntStream.rangeClosed(8, 40).map(each -> 10 * each).toArray()) {
      found(rate, hertz, hertz);
      found(rate, hertz, hertz, 2 * hertz, 3 * hertz, 4 * hertz);
    }
  }

  /** The telephone carries nothing below 300 Hz, and yet a voice has its pitch. */
  @Test
  void aToneIsFoundThatIsNotThere() {
    for (double hertz : new double[] {90, 120, 145}) {
      double[] overtones = DoubleStream.of(4, 5, 6, 7).map(each -> each * hertz).toArray();
      found(8_000, hertz, overtones);
    }
  }

  @Test
  void noiseAndSilenceHaveNone() {
    Pitch pitch = new Pitch(8_000, Pitch.VOICED);
    short[] noise = Noise.white(new Random(2), 80_000, 3_000);
    int found = 0;
    for (int from = 0; from + pitch.window() <= noise.length; from += 80) {
      found += pitch.of(noise, from).isPresent() ? 1 : 0;
    }
    assertThat(found).isZero();
    assertThat(pitch.of(new short[pitch.window()], 0)).isEmpty();
  }
}
