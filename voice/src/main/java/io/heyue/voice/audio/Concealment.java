package io.heyue.voice.audio;

import java.util.Arrays;

/**
 * What is heard in place of audio that was lost: the last period of the voice, repeated and fading,
 * as in ITU-T G.711 Appendix I, but without its 3.75 ms of delay: where the two meet, the step
 * between them is bent away instead. One call's; not thread-safe.
 */
public final class Concealment {
  /** The longest period of a voice, 66 Hz. */
  private static final int LONGEST = 120;

  /** The shortest, 200 Hz; of a higher voice two periods are repeated. */
  private static final int SHORTEST = 40;

  /** Samples that two periods are compared over. */
  private static final int COMPARED = 160;

  private static final int HISTORY = COMPARED + LONGEST;

  /** Samples over which one sound becomes another, 4 ms. */
  private static final int MEETING = 32;

  /** From here on it fades, 10 ms. */
  private static final int FULL = 80;

  /** Here nothing is left of it, 60 ms. */
  private static final int GONE = 480;

  private final short[] history = new short[HISTORY];
  private int period;
  private int lost;

  /** A piece that came: the piece itself, met by what was heard in place of the one before. */
  public short[] came(short[] samples) {
    short[] heard = samples.clone();
    if (lost > 0) {
      int meeting = Math.min(MEETING, heard.length);
      for (int at = 0; at < meeting; at++) {
        double share = (at + 1.0) / (meeting + 1);
        heard[at] = clipped(share * heard[at] + (1 - share) * repeated(at) * loudness(lost + at));
      }
      lost = 0;
    }
    remember(samples.length >= HISTORY ? samples : heard);
    return heard;
  }

  /** What is heard in place of {@code length} samples that didn't come. */
  public short[] lost(int length) {
    double step = 0;
    if (lost == 0) {
      period = period();
      step = history[HISTORY - 1] - (double) history[HISTORY - 1 - period];
    }
    short[] heard = new short[length];
    for (int at = 0; at < length; at++) {
      double bent = at < MEETING ? step * (1 - (at + 1.0) / (MEETING + 1)) : 0;
      heard[at] = clipped((repeated(at) + bent) * loudness(lost + at));
    }
    // The period itself is kept as it was, or it would fade twice.
    turn(length);
    lost = Math.min(GONE, lost + length);
    return heard;
  }

  /** How many samples were lost since the last that came, at most {@value #GONE}. */
  public int missing() {
    return lost;
  }

  private double repeated(int at) {
    return history[HISTORY - period + at % period];
  }

  /** So that the next piece goes on in the period where this one ended. */
  private void turn(int length) {
    short[] last = Arrays.copyOfRange(history, HISTORY - period, HISTORY);
    for (int at = 0; at < period; at++) {
      history[HISTORY - period + at] = last[(at + length) % period];
    }
  }

  private static double loudness(int since) {
    return since <= FULL ? 1 : Math.max(0, 1 - (since - FULL) / (double) (GONE - FULL));
  }

  private void remember(short[] samples) {
    int kept = Math.max(0, HISTORY - samples.length);
    System.arraycopy(history, HISTORY - kept, history, 0, kept);
    int from = Math.max(0, samples.length - HISTORY);
    System.arraycopy(samples, from, history, kept, samples.length - from);
  }

  /** The distance at which the last samples are most like those before. */
  private int period() {
    int best = LONGEST;
    double likest = Double.NEGATIVE_INFINITY;
    for (int lag = SHORTEST; lag <= LONGEST; lag++) {
      double alike = 0;
      double loud = 1;
      for (int at = HISTORY - COMPARED; at < HISTORY; at++) {
        alike += (double) history[at] * history[at - lag];
        loud += (double) history[at - lag] * history[at - lag];
      }
      double likeness = alike / Math.sqrt(loud);
      if (likeness > likest) {
        likest = likeness;
        best = lag;
      }
    }
    return best;
  }

  private static short clipped(double sample) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
  }
}
