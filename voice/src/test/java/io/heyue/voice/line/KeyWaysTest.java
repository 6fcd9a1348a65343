package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyWaysTest {
  private final KeyWays ways = new KeyWays();

  @Test
  void aPressThatComesByBothWaysCountsOnce() {
    assertThat(ways.byEvent('1')).isTrue();
    assertThat(ways.byMessage('1')).isFalse();
    assertThat(ways.byEvent('1')).isTrue();
    assertThat(ways.byMessage('1')).isFalse();
    assertThat(ways.byMessage('9')).as("late").isFalse();
  }

  @Test
  void alsoWhereTheMessageIsTheFirst() {
    assertThat(ways.byMessage('1')).isTrue();
    assertThat(ways.byEvent('1')).isFalse();
    assertThat(ways.byEvent('9')).isTrue();
    assertThat(ways.byMessage('9')).isFalse();
  }

  @Test
  void whoSendsOnlyMessagesOrOnlyEventsIsHeard() {
    assertThat(ways.byMessage('1')).isTrue();
    assertThat(ways.byMessage('1')).isTrue();
    KeyWays others = new KeyWays();
    assertThat(others.byEvent('1')).isTrue();
    assertThat(others.byEvent('1')).isTrue();
  }
}
