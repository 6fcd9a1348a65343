package io.heyue.voice.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.media.Feed;
import io.heyue.voice.media.Mixer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegSoundTest {
  private static final Mixer MATRIX = Mixer.of("a", "b").hears("a", "b");

  private final Feed feed = new Feed();
  private final LegSound sound = new LegSound("a", () -> MATRIX, Map.of("b", Source.of(feed)));

  private boolean offer(int number) {
    short[] frame = new short[Source.FRAME];
    Arrays.fill(frame, (short) number);
    return feed.offer(frame);
  }

  private short next() {
    short[] frame = new short[Source.FRAME];
    assertThat(sound.read(frame, 0, frame.length)).isEqualTo(frame.length);
    return frame[0];
  }

  @Test
  void aClockThatRunsAheadHasFramesDroppedAndIsNeverFurtherBehindThanTheFeed() {
    int number = 0;
    int dropped = 0;
    for (int round = 1; round <= 1_000; round++) {
      dropped += offer(++number) ? 0 : 1;
      if (round % 20 == 0) {
        dropped += offer(++number) ? 0 : 1;
      }
      assertThat(number - next()).isBetween(0, Feed.MOST + dropped);
    }
    assertThat(dropped).isBetween(40, 50);
  }

  @Test
  void aClockThatLagsHasSilenceInsertedForOneFrameAtATime() {
    int silent = 0;
    int number = 0;
    for (int round = 1; round <= 1_000; round++) {
      if (round % 20 != 0) {
        assertThat(offer(++number)).isTrue();
      }
      short next = next();
      silent += next == 0 ? 1 : 0;
      assertThat(next == 0 || next == number).isTrue();
    }
    assertThat(silent).isEqualTo(50);
  }

  @Test
  void framesAreWholeThoughAskedForInPieces() {
    for (int number = 1; number <= 3; number++) {
      offer(number);
    }
    short[] into = new short[400];
    int filled = 0;
    for (int count : new int[] {60, 160, 160, 20}) {
      int read = sound.read(into, filled, count);
      filled += read;
    }
    assertThat(filled).isPositive();
    for (int at = 0; at < filled; at++) {
      assertThat(into[at]).isEqualTo((short) (at / Source.FRAME + 1));
    }
  }

  @Test
  void theToneOfWaitingNeverFallsSilent() {
    HoldTone tone = new HoldTone();
    for (int frame = 0; frame < 500; frame++) {
      int loudest = 0;
      for (short sample : tone.next()) {
        loudest = Math.max(loudest, Math.abs(sample));
      }
      assertThat(loudest).isBetween(150, 1_100);
    }
  }
}
