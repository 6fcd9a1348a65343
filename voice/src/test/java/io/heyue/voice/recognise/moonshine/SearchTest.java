package io.heyue.voice.recognise.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Sound;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What needs no model. */
class SearchTest {
  @Test
  void whoSaysTheSameAgainAndAgainIsStopped() {
    assertThat(Search.loop(Collections.nCopies(9, 5))).isEmpty();
    assertThat(Search.loop(Collections.nCopies(10, 5))).contains(1);
    assertThat(Search.loop(List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5))).isEmpty();
    assertThat(Search.loop(List.of(9, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5))).contains(6);
    assertThat(Search.loop(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))).isEmpty();
  }

  @Test
  void theTwoLikeliestComeWithTheirProbabilities() {
    Choice choice = Choice.of(FloatBuffer.wrap(new float[] {0, 2, -1, 1}), 0);
    double sum = Math.exp(0) + Math.exp(2) + Math.exp(-1) + Math.exp(1);
    assertThat(choice.first()).isEqualTo(1);
    assertThat(choice.second()).isEqualTo(3);
    assertThat(Math.exp(choice.firstLog())).isCloseTo(Math.exp(2) / sum, offset());
    assertThat(Math.exp(choice.secondLog())).isCloseTo(Math.exp(1) / sum, offset());
    assertThat(choice.turned().lead()).isCloseTo(-1, offset());
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-9);
  }

  @Test
  void marksThatNobodySaysAreLeftOut() {
    assertThat(Written.words("No, I paid $1,250.50 at 5 p.m. on the 3rd."))
        .isEqualTo("No I paid $1,250.50 at 5 p.m. on the 3rd");
    assertThat(Written.words("\"Don't call - please!\" (laughs) [music]"))
        .isEqualTo("Don't call please");
    assertThat(Written.words("ill-disposed, 10:30; 3.5%...")).isEqualTo("ill-disposed 10:30 3.5%");
    assertThat(Written.words("♪♪ ...")).isEmpty();
    assertThat(Written.key("Don't PAY, $5!")).isEqualTo("dont pay $5");
  }

  /** Twice as many samples are the same tone, as what resamples anything says. */
  @Test
  void twiceAsManySamplesAreTheSameSound() {
    short[] samples = new short[800];
    for (int at = 0; at < samples.length; at++) {
      samples[at] =
          (short)
              (8_000 * Math.sin(2 * Math.PI * 300 * at / 8_000)
                  + 4_000 * Math.sin(2 * Math.PI * 2_900 * at / 8_000));
    }
    float[] doubled = Doubling.of(samples, samples.length);
    short[] known = new Sound(8_000, samples).at(16_000).samples();
    assertThat(doubled).hasSize(known.length);
    for (int at = 100; at < known.length - 100; at++) {
      assertThat(doubled[at] * 32_768).isCloseTo((float) known[at], Offset.offset(60f));
    }
  }
}
