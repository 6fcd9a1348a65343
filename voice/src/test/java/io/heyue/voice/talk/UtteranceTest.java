package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.line.Mailbox;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.RecogniserFailure;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UtteranceTest {
  private static final long FROM = 16_000;

  private final Utterance utterance =
      new Utterance(
          FROM,
          Optional.empty(),
          new Mailbox(
              Runnable::run,
              fault -> {
                throw new AssertionError(fault);
              }),
          new Utterance.Events() {
            @Override
            public void understood(Utterance of, Heard heard, long to) {}

            @Override
            public void finished(Utterance of, Heard heard) {}

            @Override
            public void failed(RecogniserFailure failure) {}
          });

  /** Noise of a loudness. */
  private void noise(int samples, double loudness) {
    Random random = new Random(3);
    short[] made = new short[samples];
    for (int at = 0; at < samples; at++) {
      made[at] = (short) (loudness * random.nextGaussian());
    }
    utterance.came(made);
  }

  @Test
  void silenceBeginsWhereTheSoundEnds() {
    noise(8_000, 3_000);
    noise(2_400, 10);
    assertThat(utterance.silentFrom(FROM + 8_480)).isEqualTo(FROM + 8_000);
    assertThat(utterance.silentFrom(FROM + 8_000)).isEqualTo(FROM + 8_000);
  }

  @Test
  void theDetectorIsNeverMoreThanALittleWrong() {
    noise(8_000, 3_000);
    noise(8_000, 10);
    assertThat(utterance.silentFrom(FROM + 12_000)).isBetween(FROM + 10_900, FROM + 11_000);
  }

  @Test
  void whereTheLineIsNoisyTheDetectorAloneKnows() {
    noise(8_000, 3_000);
    noise(2_400, 300);
    assertThat(utterance.silentFrom(FROM + 8_480)).isEqualTo(FROM + 8_480);
  }
}
