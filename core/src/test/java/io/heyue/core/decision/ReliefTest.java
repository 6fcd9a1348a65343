package io.heyue.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Tone;
import io.heyue.core.dialogue.Move;
import io.heyue.core.understanding.Emotion;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliefTest {
  private static final Rate RATE = Rate.parse("0.234");

  @Test
  void aRateIsLoweredAndNeverRaised() {
    assertThat(Relief.rateTimes(RATE, new BigDecimal("0.8")))
        .isInstanceOfSatisfying(
            Relief.LowerRate.class,
            relief -> {
              assertThat(relief.before()).isEqualTo(RATE);
              assertThat(relief.after().perYear()).isEqualByComparingTo("0.1872");
            });
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Relief.rateTimes(RATE, new BigDecimal("1.2")));
  }

  @Test
  void noMoreIsWaivedThanIsOwedAndNothingIsAdded() {
    Money owed = Money.fen(1000);
    assertThat(Relief.waive(owed, owed))
        .isInstanceOfSatisfying(
            Relief.Waiver.class, relief -> assertThat(relief.waived()).isEqualTo(owed));
    assertThatIllegalArgumentException().isThrownBy(() -> Relief.waive(owed, Money.fen(1001)));
    assertThatIllegalArgumentException().isThrownBy(() -> Relief.waive(owed, Money.fen(-1)));
  }

  @Test
  void aChoiceMustSayHowLikelyItWas() {
    Move move = new Move.Wait();
    assertThat(new Choice(move, 1, "p", List.of()).propensity()).isEqualTo(1);
    for (double wrong : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Choice(move, wrong, "p", List.of()));
    }
  }

  @Test
  void feelingOnlyEverSoftens() {
    for (Emotion.Feeling feeling : Emotion.Feeling.values()) {
      Tone strong = ToneOfVoice.toward(new Emotion(feeling, 1, List.of()));
      Tone weak = ToneOfVoice.toward(new Emotion(feeling, 0.1, List.of()));
      assertThat(weak).isEqualTo(Tone.PLAIN);
      assertThat(strong).isEqualTo(feeling == Emotion.Feeling.CALM ? Tone.PLAIN : Tone.SOFT);
    }
  }
}
