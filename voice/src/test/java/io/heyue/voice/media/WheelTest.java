package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WheelTest {
  private static final long BEGIN = -5_000_000_000L;

  private final Wheel wheel = new Wheel(BEGIN);

  @Test
  void eachSlotComesOnceInTwentyMillisecondsAndNothingDrifts() {
    Random random = new Random(1);
    long now = BEGIN;
    for (int turn = 0; turn < 100_000; turn++) {
      assertThat(wheel.due()).isEqualTo(BEGIN + turn * Wheel.TURN);
      assertThat(wheel.slot()).isEqualTo(turn % 20);
      assertThat(wheel.round()).isEqualTo(turn / 20);
      // Always late, by up to 15 ms.
      now = Math.max(now, wheel.due() + random.nextInt(15_000_000));
      wheel.catchUp(now);
      wheel.next();
    }
  }

  @Test
  void afterAStallNoSlotComesMoreThanThreeTimes() {
    for (long stall = 1; stall < 2_000; stall += 7) {
      Wheel stalled = new Wheel(BEGIN);
      long now = BEGIN + stall * Wheel.TURN;
      int[] times = new int[Wheel.SLOTS];
      long round = -1;
      for (stalled.catchUp(now); stalled.due() <= now; stalled.catchUp(now)) {
        times[stalled.slot()]++;
        assertThat(stalled.round()).isGreaterThanOrEqualTo(round);
        round = stalled.round();
        stalled.next();
      }
      assertThat(stalled.due()).isEqualTo(now + Wheel.TURN);
      assertThat(Arrays.stream(times).max().orElseThrow()).isLessThanOrEqualTo(3);
      assertThat(Arrays.stream(times).sum()).isEqualTo((int) Math.min(60, stall + 1));
    }
  }

  @Test
  void aSlotIsDueWithinTheRound() {
    for (int turn = 0; turn < 100; turn++) {
      for (int slot = 0; slot < Wheel.SLOTS; slot++) {
        long due = wheel.due(slot);
        assertThat(due - wheel.due()).isBetween(0L, 19 * Wheel.TURN);
        assertThat((due - BEGIN) / Wheel.TURN % 20).isEqualTo(slot);
      }
      wheel.next();
    }
  }

  @Test
  void whenNobodyWaitedItGoesOnAtThePresent() {
    long now = BEGIN + 123_456_789_012L;
    wheel.resume(now);
    assertThat(wheel.due() - now).isBetween(1L, Wheel.TURN);
    wheel.resume(BEGIN);
    assertThat(wheel.due()).isGreaterThan(now);
  }
}
