package io.heyue.voice.progress;

import io.heyue.voice.tone.Goertzel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hears whether a frame is one steady tone, and of which frequency: filters of Goertzel side by
 * side, 30 Hz apart, so that a tone between two of them still shows 0.73 of itself in 20 ms.
 * Immutable and thread-safe.
 */
final class ToneBank {
  static final int RATE = 8_000;
  static final int STEP = 30;

  /** What is quieter, as the root of the mean square, is nothing. */
  private static final double QUIET = 40;

  /** Filters so near to the strongest hear the same tone. */
  private static final int NEAR = 2;

  /**
   * What a frame sounds like.
   *
   * @param frequency of the strongest tone, in hertz; 0 where there is silence
   * @param share of it in all that is heard, 0 to 1
   * @param second the share of the strongest other tone
   * @param level the root of the mean square of the samples
   */
  record Heard(int frequency, double share, double second, double level) {
    static final Heard NOTHING = new Heard(0, 0, 0, 0);

    boolean near(int other) {
      return Math.abs(frequency - other) <= STEP;
    }
  }

  private final List<Integer> frequencies;
  private final List<Goertzel> filters;

  private ToneBank(List<Integer> frequencies) {
    this.frequencies = frequencies;
    this.filters = frequencies.stream().map(each -> new Goertzel(each, RATE)).toList();
  }

  /** For the network's tones of 450 Hz, 25 Hz more or less. */
  static ToneBank network() {
    return new ToneBank(List.of(420, 450, 480));
  }

  /** For all that mailboxes and fax machines whistle with: 390 to 2,220 Hz. */
  static ToneBank wide() {
    return new ToneBank(IntStream.rangeClosed(0, 61).mapToObj(at -> 390 + STEP * at).toList());
  }

  Heard hear(short[] frame) {
    double loud = 0;
    for (short sample : frame) {
      loud += (double) sample * sample;
    }
    double level = Math.sqrt(loud / Math.max(1, frame.length));
    if (level < QUIET) {
      return Heard.NOTHING;
    }
    double[] shares = new double[filters.size()];
    int best = 0;
    for (int at = 0; at < shares.length; at++) {
      shares[at] = filters.get(at).share(frame);
      best = shares[at] > shares[best] ? at : best;
    }
    double second = 0;
    for (int at = 0; at < shares.length; at++) {
      second = Math.abs(at - best) > NEAR ? Math.max(second, shares[at]) : second;
    }
    return new Heard(frequencies.get(best), shares[best], second, level);
  }
}
