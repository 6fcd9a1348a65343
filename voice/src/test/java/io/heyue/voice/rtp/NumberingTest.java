package io.heyue.voice.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberingTest {
  private final Numbering numbering = new Numbering();

  private long of(int sequence) {
    return numbering.of(sequence).orElse(-1);
  }

  @Test
  void numbersGoOnWhereTheyComeRound() {
    long first = of(65_534);
    assertThat(of(65_535)).isEqualTo(first + 1);
    assertThat(of(1)).isEqualTo(first + 3);
    assertThat(of(0)).isEqualTo(first + 2);
    assertThat(of(2)).isEqualTo(first + 4);
  }

  @Test
  void oneStrayPacketChangesNothingButTwoInARowDo() {
    long first = of(100);
    assertThat(of(40_000)).isEqualTo(-1);
    assertThat(of(101)).isEqualTo(first + 1);
    assertThat(of(40_000)).isEqualTo(-1);
    long anew = of(40_001);
    assertThat(anew).isGreaterThan(first + 3_000);
    assertThat(of(40_002)).isEqualTo(anew + 1);
  }
}
