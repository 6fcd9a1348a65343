package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.record.RecordingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveCallsTest {
  private static final RecordingId FIRST = new RecordingId(new UUID(0, 1));
  private static final RecordingId SECOND = new RecordingId(new UUID(0, 2));

  private final LiveCalls calls = new LiveCalls();

  /** Keeps the first sample of each frame. */
  private static final class Ear implements LiveCalls.Ear {
    private final List<Integer> heard = new ArrayList<>();
    private int over;

    @Override
    public void hears(short[] frame) {
      heard.add((int) frame[0]);
    }

    @Override
    public void over() {
      over++;
    }
  }

  private static short[] frame(int sample) {
    short[] frame = new short[160];
    frame[0] = (short) sample;
    return frame;
  }

  private static void frames(Overheard call, int ours, int theirs) {
    call.sent(frame(ours), 0);
    call.heard(frame(theirs), 0);
  }

  @Test
  void bothSidesAreHeardOfTheCallThatWasAskedFor() {
    Overheard first = calls.begin(Optional.of(FIRST));
    Overheard second = calls.begin(Optional.of(SECOND));
    Ear ear = new Ear();
    frames(second, 1, 2);
    assertThat(calls.listen(SECOND, ear)).isPresent();
    frames(first, 10, 20);
    frames(second, 3, 4);
    second.heard(frame(5), 160);
    frames(second, 30_000, 30_000);
    assertThat(ear.heard).containsExactly(7, 5, (int) Short.MAX_VALUE);
    second.ended();
    assertThat(ear.over).isEqualTo(1);
    assertThat(calls.stands(SECOND)).isFalse();
    assertThat(calls.stands(FIRST)).isTrue();
  }

  @Test
  void whoeverLeavesHearsNoMore() {
    Overheard call = calls.begin(Optional.of(FIRST));
    Ear ear = new Ear();
    Runnable leaves = calls.listen(FIRST, ear).orElseThrow();
    leaves.run();
    frames(call, 1, 1);
    call.ended();
    assertThat(ear.heard).isEmpty();
    assertThat(ear.over).isZero();
  }

  @Test
  void aCallThatIsOverOrUnknownIsHeardByNobody() {
    Overheard call = calls.begin(Optional.of(FIRST));
    call.ended();
    assertThat(calls.listen(FIRST, new Ear())).isEmpty();
    var _ = calls.begin(Optional.empty());
    assertThat(calls.listen(SECOND, new Ear())).isEmpty();
  }

  @Test
  void whoeverFollowsHearsOneCallAfterTheOther() {
    Ear ear = new Ear();
    Runnable leaves = calls.follow(ear);
    Overheard first = calls.begin(Optional.empty());
    Overheard second = calls.begin(Optional.of(SECOND));
    frames(first, 1, 1);
    frames(second, 5, 5);
    first.ended();
    frames(second, 6, 6);
    assertThat(ear.heard).containsExactly(2, 12);
    assertThat(ear.over).isEqualTo(1);
    leaves.run();
    frames(second, 7, 7);
    assertThat(ear.heard).hasSize(2);
  }
}
