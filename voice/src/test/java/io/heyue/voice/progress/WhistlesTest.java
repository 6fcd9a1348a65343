package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.progress.Whistles.Whistle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WhistlesTest {
  private static final ToneBank BANK = ToneBank.wide();

  private final Random random = new Random(9);

  private static List<Whistle> heard(short[] sound) {
    Whistles whistles = new Whistles();
    List<Whistle> heard = new ArrayList<>();
    for (int at = 0; at + 160 <= sound.length; at += 160) {
      whistles.came(BANK.hear(Arrays.copyOfRange(sound, at, at + 160))).ifPresent(heard::add);
    }
    return heard;
  }

  private Synthetic sound() {
    return new Synthetic(random).rest(random.nextInt(100));
  }

  @Test
  void aBeepOfAnyFrequencyIsHeardOnce() {
    for (int frequency = 400; frequency <= 2_200; frequency += 25) {
      for (int length : new int[] {150, 200, 500, 780, 1_500}) {
        double noise = 10 + 20 * random.nextDouble();
        short[] sound = sound().tone(frequency, length).rest(1_000).noisy(noise);
        assertThat(heard(sound)).as("%d Hz %d ms", frequency, length).containsExactly(Whistle.BEEP);
      }
    }
  }

  @Test
  void shorterAndLongerTonesAreNone() {
    for (int frequency = 400; frequency <= 2_000; frequency += 50) {
      for (int length : new int[] {20, 60, 100, 1_600, 4_000}) {
        short[] sound = sound().tone(frequency, length).rest(1_000).noisy(25);
        assertThat(heard(sound)).as("%d Hz %d ms", frequency, length).isEmpty();
      }
    }
  }

  @Test
  void theTonesOfTheNetworkAreNone() {
    for (int length : new int[] {350, 700}) {
      Synthetic sound = sound();
      for (int times = 0; times < 5; times++) {
        sound.tone(445, length).rest(length);
      }
      assertThat(heard(sound.rest(2_000).noisy(20))).isEmpty();
    }
    assertThat(heard(sound().tone(450, 1_000).rest(4_000).noisy(20))).isEmpty();
  }

  @Test
  void aKeyIsNoBeep() {
    for (int low : new int[] {697, 770, 852, 941}) {
      for (int high : new int[] {1_209, 1_336, 1_477, 1_633}) {
        short[] sound = new short[4_000];
        for (int at = 0; at < 2_400; at++) {
          double time = 2 * Math.PI * at / Synthetic.RATE;
          sound[at] = (short) (4_000 * Math.sin(low * time) + 4_800 * Math.sin(high * time));
        }
        assertThat(heard(sound)).as("%d + %d", low, high).isEmpty();
      }
    }
  }

  @Test
  void whatIsLikeSpeechIsNone() {
    for (int times = 0; times < 30; times++) {
      assertThat(heard(sound().speech(10_000).noisy(10 + times))).isEmpty();
    }
  }

  @Test
  void aFaxMachineWhistlesLonger() {
    for (int frequency = 2_085; frequency <= 2_115; frequency += 5) {
      assertThat(heard(sound().tone(frequency, 3_000).rest(500).noisy(12)))
          .containsExactly(Whistle.FAX);
    }
  }
}
