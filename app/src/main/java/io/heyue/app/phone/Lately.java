package io.heyue.app.phone;

import io.heyue.voice.pace.Counted;
import io.heyue.voice.pace.Experience;
import io.heyue.voice.pace.Handled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What calls of late were like: those that ended within the last hours, and no more of them than
 * tell anything. Not thread-safe: {@link Pacer}'s.
 */
final class Lately {
  /** At another time of the day other people take calls. */
  static final Duration KEPT = Duration.ofHours(4);

  /** Of so many, more would hardly change what is concluded. */
  static final int MOST = 2_000;

  private final Deque<Went> calls = new ArrayDeque<>();
  private int dialled;
  private int answered;
  private int taken;
  private int asked;
  private int joined;
  private Duration busy = Duration.ZERO;

  /**
   * How a call went.
   *
   * @param at when it ended
   * @param dialled whether it was ours, and not one that came in
   * @param up whether somebody or something took it
   * @param asked whether a person was asked for in it
   * @param joined whether one spoke in it
   * @param busy how long people were called for it or spoke in it
   */
  record Went(
      Instant at, boolean dialled, boolean up, boolean asked, boolean joined, Duration busy) {}

  void add(Went went) {
    calls.add(went);
    count(went, 1);
    if (calls.size() > MOST) {
      count(calls.remove(), -1);
    }
  }

  private void count(Went went, int by) {
    dialled += went.dialled ? by : 0;
    answered += went.dialled && went.up ? by : 0;
    taken += went.up ? by : 0;
    asked += went.up && went.asked ? by : 0;
    joined += went.joined ? by : 0;
    busy = busy.plus(went.busy.multipliedBy(by));
  }

  /**
   * What they tell now.
   *
   * @param busyNow how long people have been busy with calls that stand, all of them together
   */
  Experience at(Instant now, Duration busyNow) {
    while (!calls.isEmpty() && calls.peek().at.isBefore(now.minus(KEPT))) {
      count(calls.remove(), -1);
    }
    return new Experience(
        new Counted(answered, dialled),
        new Counted(asked, taken),
        new Handled(joined, busy.plus(busyNow)));
  }
}
