package io.heyue.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Currency YEN = Currency.getInstance("JPY");
  private static final Currency DINAR = Currency.getInstance("KWD");

  @Test
  void readsDecimalsExactly() {
    assertThat(Money.parse(" 3280.50 ", Money.CNY)).isEqualTo(Money.fen(328_050));
    assertThat(Money.parse("-0.01", Money.CNY)).isEqualTo(Money.fen(-1));
    assertThat(Money.parse("1200", YEN).minor()).isEqualTo(1200);
    assertThat(Money.parse("1.234", DINAR).minor()).isEqualTo(1234);
    assertThat(Money.parse("5.00", YEN).minor()).isEqualTo(5);
    assertThat(Money.fen(328_050)).hasToString("CNY 3280.50");
    assertThat(Money.parse("1200", YEN)).hasToString("JPY 1200");
  }

  @Test
  void refusesWhatItWouldHaveToRound() {
    for (String bad : List.of("1.005", "3,280.50", "", "abc", "1e30", "99999999999999999999")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(bad, Money.CNY));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("0.5", YEN));
  }

  /** A billion digits in an error message would end the process. */
  @Test
  void anEndlessExponentEndsInAShortMessage() {
    assertThatThrownBy(() -> Money.parse("1e999999999", Money.CNY))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    assertThatThrownBy(() -> Money.parse("1e-999999999", Money.CNY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partsAddUpToTheCent() {
    assertThat(Money.fen(10_000).split(3))
        .containsExactly(Money.fen(3333), Money.fen(3333), Money.fen(3334));
    assertThat(Money.fen(-100).split(3))
        .containsExactly(Money.fen(-33), Money.fen(-33), Money.fen(-34));
    assertThat(Money.fen(2).split(3)).containsExactly(Money.fen(0), Money.fen(0), Money.fen(2));
    assertThat(Money.fen(77).split(1)).containsExactly(Money.fen(77));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.fen(1).split(0));
    Rng rng = Rng.seeded(11);
    for (int i = 0; i < 500; i++) {
      Money sum = Money.fen(rng.nextInt(1_000_000) - 500_000L);
      int parts = 1 + rng.nextInt(60);
      assertThat(sum.split(parts).stream().reduce(Money.fen(0), Money::plus)).isEqualTo(sum);
      assertThat(sum.split(parts)).hasSize(parts);
    }
  }

  @Test
  void neverMixesCurrenciesNorOverflows() {
    Money yuan = Money.fen(100);
    Money yen = new Money(100, YEN);
    assertThatIllegalArgumentException().isThrownBy(() -> yuan.plus(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> yuan.compareTo(yen));
    assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE).plus(Money.fen(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.fen(Long.MIN_VALUE).minus(Money.fen(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void sharesAreRoundedHalfUp() {
    assertThat(Money.fen(5).times(new BigDecimal("0.5"))).isEqualTo(Money.fen(3));
    assertThat(Money.fen(4).times(new BigDecimal("0.1"))).isEqualTo(Money.fen(0));
    assertThat(Money.fen(3).min(Money.fen(2))).isEqualTo(Money.fen(2));
    assertThat(Money.fen(3).max(Money.fen(2))).isEqualTo(Money.fen(3));
  }
}
