package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceptionTest {
  private final Reception reception = new Reception();

  @Test
  void whatIsMissingIsLostAcrossTheTurnOfNumbers() {
    for (int number = 65_000; number < 66_000; number++) {
      if (number % 10 != 0) {
        reception.came(number & 0xffff);
      }
    }
    assertThat(reception.received()).isEqualTo(900);
    // The first of all was one of those that didn't come.
    assertThat(reception.lost()).isEqualTo(99);
    assertThat(reception.highest()).isEqualTo(65_999);
    assertThat(reception.fraction()).isEqualTo(99 * 256 / 999);
    assertThat(reception.fraction()).isZero();
  }

  @Test
  void whatComesTwiceOrInDisorderIsNoLoss() {
    for (int number : new int[] {5, 4, 7, 6, 6, 8}) {
      reception.came(number);
    }
    assertThat(reception.lost()).isZero();
    assertThat(reception.highest()).isEqualTo(8);
  }

  @Test
  void aSourceThatBeginsAnewLosesNothing() {
    for (int number : new int[] {5, 6, 8}) {
      reception.came(number);
    }
    for (int number = 40_000; number < 40_100; number++) {
      reception.came(number);
    }
    assertThat(reception.lost()).isEqualTo(1);
    assertThat(reception.received()).isEqualTo(103);
    assertThat(reception.fraction()).isZero();
  }
}
