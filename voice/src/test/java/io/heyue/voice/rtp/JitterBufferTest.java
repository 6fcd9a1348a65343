package io.heyue.voice.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.rtp.JitterBuffer.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JitterBufferTest {
  private static final Duration TICK = Duration.ofMillis(20);

  private final JitterBuffer buffer = new JitterBuffer(TICK, 8_000);

  private static RtpPacket packet(int number) {
    return new RtpPacket(
        false, 8, (65_500 + number) & 0xffff, number * 160L, 1, new byte[] {(byte) number});
  }

  private void came(int number, long milliseconds) {
    buffer.came(packet(number), milliseconds * 1_000_000);
  }

  private int turn() {
    return switch (buffer.turn()) {
      case Turn.Heard(RtpPacket packet) -> packet.payload()[0];
      case Turn.Lost() -> -1;
      case Turn.Nothing() -> -2;
    };
  }

  @Test
  void packetsAreGivenOutInOrderAcrossTheTurnOfNumbers() {
    for (int number = 0; number < 60; number++) {
      came(number, number * 20L);
      assertThat(turn()).isEqualTo(number);
    }
    assertThat(buffer.lost()).isZero();
    assertThat(buffer.delay()).isEqualTo(TICK);
  }

  @Test
  void whatIsLostIsMadeUpForOnce() {
    came(0, 0);
    assertThat(turn()).isZero();
    assertThat(turn()).isEqualTo(-1);
    came(2, 40);
    assertThat(turn()).isEqualTo(2);
    came(4, 80);
    assertThat(turn()).isEqualTo(-1);
    assertThat(turn()).isEqualTo(4);
    assertThat(buffer.lost()).isEqualTo(2);
  }

  @Test
  void afterSixtyMillisecondsOfNothingItIsSilence() {
    came(0, 0);
    assertThat(List.of(turn(), turn(), turn(), turn(), turn())).containsExactly(0, -1, -1, -1, -2);
    buffer.came(new RtpPacket(true, 8, 65_501, 7_200, 1, new byte[] {1}), 900_000_000L);
    assertThat(turn()).isEqualTo(1);
    assertThat(buffer.lost()).isZero();
  }

  @Test
  void whatComesTwiceIsHeardOnceAndNobodysDelay() {
    for (int number = 0; number < 50; number++) {
      came(number, number * 20L);
      assertThat(turn()).isEqualTo(number);
      came(number, number * 20L);
    }
    assertThat(buffer.late()).isZero();
    assertThat(buffer.delay()).isEqualTo(TICK);
  }

  /** The last words before a silence wait for nobody. */
  @Test
  void fewPacketsAreHeardThoughNoMoreCome() {
    came(0, 0);
    assertThat(turn()).isZero();
    for (int number = 2; number < 10; number += 2) {
      came(number, number * 20L);
      assertThat(turn()).isEqualTo(-1);
      came(number - 1, number * 20L + 1);
      assertThat(turn()).isEqualTo(number);
    }
    assertThat(buffer.delay()).isEqualTo(TICK.multipliedBy(5));
    assertThat(List.of(turn(), turn(), turn(), turn())).containsExactly(-1, -1, -1, -2);
    came(9, 2_000);
    List<Integer> heard = new ArrayList<>();
    for (int times = 0; times < 6; times++) {
      heard.add(turn());
    }
    assertThat(heard).contains(9);
  }

  /** Time in a packet comes round after a day and a half, or begins anew with another speaker. */
  @Test
  void aTurnOfTimesIsNoDelay() {
    for (int number = 0; number < 40; number++) {
      long timestamp = (0xffff_ffffL - 1_600 + number * 160L) & 0xffff_ffffL;
      RtpPacket packet = new RtpPacket(false, 8, number, timestamp, 1, new byte[1]);
      buffer.came(packet, number * 20_000_000L);
      assertThat(buffer.turn()).isEqualTo(new Turn.Heard(packet));
    }
    buffer.came(new RtpPacket(false, 8, 40, 5_000_000, 1, new byte[1]), 800_000_000L);
    assertThat(buffer.delay()).isEqualTo(TICK);
  }

  @Test
  void afterOneThatCameTooLateItWaitsLonger() {
    came(0, 0);
    assertThat(turn()).isZero();
    came(2, 40);
    assertThat(turn()).isEqualTo(-1);
    came(1, 45);
    assertThat(buffer.late()).isEqualTo(1);
    assertThat(buffer.delay()).isGreaterThan(TICK);
  }

  @Test
  void heapsOfPacketsAreNotHeld() {
    for (int number = 0; number < 1_000; number++) {
      came(number, 0);
    }
    List<Long> heard = new ArrayList<>();
    for (int times = 0; times < 1_000; times++) {
      if (buffer.turn() instanceof Turn.Heard(RtpPacket packet)) {
        heard.add(packet.timestamp() / 160);
      }
    }
    assertThat(heard).hasSizeLessThanOrEqualTo(JitterBuffer.MOST).endsWith(998L, 999L);
  }

  private record Arrival(long at, int number) {}

  /** Whom each packet may delay by up to 60 ms hears nearly all of them, and in order. */
  @Test
  void aRestlessNetworkIsWaitedFor() {
    Random random = new Random(11);
    PriorityQueue<Arrival> onTheWay =
        new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
    int all = 3_000;
    for (int number = 0; number < all; number++) {
      onTheWay.add(new Arrival(number * 20L + random.nextInt(60), number));
    }
    int heard = 0;
    int last = -1;
    for (long now = 0; now < all * 20L + 1_000; now += 20) {
      while (!onTheWay.isEmpty() && onTheWay.peek().at() <= now) {
        Arrival arrival = onTheWay.remove();
        buffer.came(packet(arrival.number()), arrival.at() * 1_000_000);
      }
      if (buffer.turn() instanceof Turn.Heard(RtpPacket packet)) {
        int number = Math.toIntExact(packet.timestamp() / 160);
        assertThat(number).isGreaterThan(last);
        last = number;
        heard++;
      }
    }
    assertThat(heard).isGreaterThan(all * 97 / 100);
    assertThat(buffer.delay()).isLessThanOrEqualTo(Duration.ofMillis(140));
    assertThat(buffer.jitter()).isBetween(80.0, 320.0);
  }
}
