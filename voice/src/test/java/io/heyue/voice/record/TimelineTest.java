package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Companding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final short SILENT = Rig.kept(new short[1])[0];
  private static final int SECOND = 8_000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Timeline timeline = new Timeline(plain -> out.write(plain, 8, plain.length - 8));

  private short[] side(int side) {
    byte[] pairs = out.toByteArray();
    byte[] codes = new byte[pairs.length / 2];
    for (int at = 0; at < codes.length; at++) {
      codes[at] = pairs[2 * at + side];
    }
    return Companding.PCMA.decode(codes);
  }

  private void lay(int side, int number, long at) throws IOException {
    timeline.lay(side, Rig.frame(number), at, 0);
  }

  private static short[] part(short[] all, int from) {
    return Arrays.copyOfRange(all, from, from + Rig.FRAME);
  }

  /**
   * Held against a plain array: what is first at a place stays, unless its second was given out.
   */
  @RepeatedTest(30)
  void randomFramesLieAtTheirPlaces(RepetitionInfo round) throws IOException {
    Random random = new Random(round.getCurrentRepetition());
    short[][] expected = new short[2][20 * SECOND];
    boolean[][] laid = new boolean[2][20 * SECOND];
    long base = 0;
    long end = 0;
    int misplaced = 0;
    for (int number = 0; number < 800; number++) {
      int side = random.nextInt(2);
      int at = Math.max(0, number * 170 + random.nextInt(24_000) - 12_000);
      while (at + Rig.FRAME > base + 2 * SECOND) {
        base += SECOND;
      }
      short[] frame = Rig.frame(number);
      boolean all = true;
      for (int sample = 0; sample < Rig.FRAME; sample++) {
        if (at + sample >= base && !laid[side][at + sample]) {
          expected[side][at + sample] = frame[sample];
          laid[side][at + sample] = true;
        } else {
          all = false;
        }
      }
      misplaced += all ? 0 : 1;
      end = Math.max(end, at + Rig.FRAME);
      lay(side, number, at);
    }
    timeline.finish(0);
    assertThat(timeline.misplaced()).isEqualTo(misplaced).isPositive();
    assertThat(timeline.length()).isEqualTo(end);
    for (int side = 0; side < 2; side++) {
      short[] heard = side(side);
      assertThat(heard.length).isEqualTo((int) ((end + SECOND - 1) / SECOND * SECOND));
      for (int at = 0; at < heard.length; at++) {
        short there = laid[side][at] ? expected[side][at] : SILENT;
        if (heard[at] != there) {
          assertThat(heard[at]).as("side %d at %d", side, at).isEqualTo(there);
        }
      }
    }
  }

  @Test
  void whatComesLateOrTwiceShiftsNothing() throws IOException {
    lay(0, 1, 0);
    lay(0, 3, 320);
    lay(0, 2, 160);
    lay(0, 9, 160);
    lay(1, 4, 3 * SECOND);
    lay(0, 9, 480);
    timeline.finish(0);
    assertThat(part(side(0), 0)).isEqualTo(Rig.frame(1));
    assertThat(part(side(0), 160)).isEqualTo(Rig.frame(2));
    assertThat(part(side(0), 320)).isEqualTo(Rig.frame(3));
    assertThat(part(side(0), 480)).containsOnly(SILENT);
    assertThat(part(side(1), 3 * SECOND)).isEqualTo(Rig.frame(4));
    assertThat(timeline.misplaced()).isEqualTo(2);
  }

  @Test
  void placesThatCannotBeAreLeftOut() throws IOException {
    lay(0, 1, -160);
    lay(0, 1, Timeline.FURTHEST);
    lay(0, 1, Timeline.LONGEST);
    lay(0, 1, Long.MAX_VALUE);
    lay(0, 1, Long.MIN_VALUE);
    assertThat(timeline.length()).isZero();
    assertThat(timeline.misplaced()).isEqualTo(5);
    lay(0, 1, 5);
    assertThat(timeline.length()).isEqualTo(165);
  }
}
