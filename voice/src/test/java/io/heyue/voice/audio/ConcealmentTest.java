package io.heyue.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcealmentTest {
  private static final int PIECE = 160;

  private final Concealment concealment = new Concealment();

  /** A voice of 125 Hz with two overtones. */
  private static short[] voice(int piece) {
    short[] samples = new short[PIECE];
    for (int at = 0; at < PIECE; at++) {
      double turn = 2 * Math.PI * 125 * (piece * PIECE + at) / Companding.RATE;
      samples[at] =
          (short)
              (8_000 * Math.sin(turn) + 3_000 * Math.sin(2 * turn) + 1_000 * Math.cos(3 * turn));
    }
    return samples;
  }

  private static double loudness(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  private void speak(int pieces) {
    for (int piece = 0; piece < pieces; piece++) {
      assertThat(concealment.came(voice(piece))).isEqualTo(voice(piece));
    }
  }

  @Test
  void theFirstTenMillisecondsOfALossGoOnAsTheVoiceDid() {
    speak(5);
    short[] heard = concealment.lost(PIECE);
    short[] meant = voice(5);
    for (int at = 0; at < 80; at++) {
      assertThat((int) heard[at]).as("sample %d", at).isBetween(meant[at] - 400, meant[at] + 400);
    }
  }

  @Test
  void aLongLossFadesToNothing() {
    speak(5);
    double before = loudness(voice(4));
    double first = loudness(concealment.lost(PIECE));
    double second = loudness(concealment.lost(PIECE));
    double third = loudness(concealment.lost(PIECE));
    double fourth = loudness(concealment.lost(PIECE));
    assertThat(first).isBetween(0.8 * before, before);
    assertThat(second).isLessThan(first);
    assertThat(third).isLessThan(0.5 * before);
    assertThat(fourth).isZero();
    assertThat(concealment.missing()).isEqualTo(480);
  }

  /** No click: nowhere a step that the voice itself doesn't have. */
  @Test
  void neitherEndOfALossIsAClick() {
    speak(5);
    short[] gone = concealment.lost(PIECE);
    short[] back = concealment.came(voice(6));
    assertThat(concealment.missing()).isZero();
    int step = 0;
    for (int at = 1; at < PIECE; at++) {
      step = Math.max(step, Math.abs(voice(4)[at] - voice(4)[at - 1]));
    }
    assertThat(Math.abs(gone[0] - voice(4)[PIECE - 1])).isLessThan(2 * step);
    assertThat(Math.abs(back[0] - gone[PIECE - 1])).isLessThan(2 * step);
  }

  @Test
  void beforeAnythingCameALossIsSilence() {
    assertThat(concealment.lost(PIECE)).containsOnly((short) 0);
  }
}
