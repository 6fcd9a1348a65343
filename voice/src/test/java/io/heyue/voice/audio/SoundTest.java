package io.heyue.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundTest {
  private static Sound tone(int rate, double frequency, double loudness) {
    short[] samples = new short[rate / 2];
    for (int at = 0; at < samples.length; at++) {
      samples[at] = (short) (loudness * Math.sin(2 * Math.PI * frequency * at / rate));
    }
    return new Sound(rate, samples);
  }

  /** Of the middle, where no end is near. */
  private static double loudness(Sound sound) {
    short[] samples = sound.samples();
    double sum = 0;
    for (int at = samples.length / 4; at < samples.length * 3 / 4; at++) {
      sum += (double) samples[at] * samples[at];
    }
    return Math.sqrt(sum / (samples.length / 2.0)) * Math.sqrt(2);
  }

  @Test
  void whatATelephoneCarriesIsHeardAtAnyRate() {
    for (int rate : List.of(8_000, 16_000, 22_050, 48_000)) {
      Sound low = tone(rate, 440, 10_000).at(8_000);
      assertThat(low.length()).isCloseTo(Duration.ofMillis(500), Duration.ofMillis(1));
      assertThat(loudness(low)).as("%d", rate).isCloseTo(10_000, within(150.0));
      Sound high = tone(8_000, 3_000, 10_000).at(rate);
      assertThat(loudness(high)).as("%d", rate).isCloseTo(10_000, within(150.0));
    }
  }

  /** 5 kHz would come back as 3 kHz. */
  @Test
  void whatItDoesNotCarryIsTakenAway() {
    assertThat(loudness(tone(22_050, 5_000, 10_000).at(8_000))).isLessThan(20);
    assertThat(loudness(tone(16_000, 7_000, 10_000).at(8_000))).isLessThan(20);
  }

  @Test
  void quietEndsAreTrimmed() {
    Sound sound = new Sound(8_000, new short[] {1, -2, 500, 3, -600, 2, 0});
    assertThat(sound.trimmed(100).samples()).containsExactly(500, 3, -600);
    assertThat(sound.trimmed(1_000).samples()).isEmpty();
  }

  @Test
  void soundsOfOneRateAreJoined() {
    Sound joined =
        Sound.of(
            8_000,
            List.of(
                new Sound(8_000, new short[] {1}),
                Sound.silence(8_000, Duration.ofNanos(250_000)),
                new Sound(8_000, new short[] {2})));
    assertThat(joined.samples()).containsExactly(1, 0, 0, 2);
    assertThatThrownBy(() -> Sound.of(8_000, List.of(new Sound(16_000, new short[1]))))
        .hasMessageContaining("16000");
  }
}
