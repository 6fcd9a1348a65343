package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import java.util.Arrays;

/**
 * One line of the hub: what came and wasn't judged, and what the model remembers of the call.
 * {@link #came} and {@link #close} by any thread, all else by the hub's.
 */
final class SpeechLine implements SpeechHub.Line {
  /** Samples that wait at most, about a second. */
  static final int HELD = 1 << 13;

  /** Below it is nothing that could be understood: -65 dBov (RFC 3389, 3), full being 1. */
  private static final double FLOOR = Math.pow(10, -65 / 20.0);

  /** Parts of a frame that must each be below it: a word may begin at a frame's end. */
  private static final int PART = SpeechDetector.FRAME / 8;

  /**
   * Quiet frames in a row that are judged before others aren't, 320 ms: they outlast the silence
   * that ends speech, so that the model alone says where speech ends. What it remembers then stays
   * as it is until there is a sound. Of long silence it would grow dull instead: after seconds of
   * it, {@link SpeechDetector} finds the beginning of a word up to 0.3 s later.
   */
  private static final int SETTLING = 10;

  /**
   * Silent frames in one go at most, two minutes, so that a far jump doesn't hold up the others.
   */
  private static final int SILENT = 4_096;

  private final SpeechHub.Listener listener;
  private final SpeechRounds rounds;
  private final short[] frame = new short[SpeechDetector.FRAME];

  /** The end of the frame before and the frame, as the model takes them. */
  final float[] input = new float[SpeechModel.INPUT_SIZE];

  /** What the model remembers. */
  final float[] state = new float[SpeechModel.STATE_SIZE];

  private int quiet;
  private volatile boolean closed;

  // Under the lock: the sample of place p is at p modulo HELD.
  private final short[] held = new short[HELD];
  private long next;
  private long end;
  private long dropped;

  SpeechLine(SpeechHub.Listener listener, SpeechRounds rounds) {
    this.listener = listener;
    this.rounds = rounds;
  }

  @Override
  public void came(short[] samples, long at) {
    Check.that(samples.length <= HELD, "samples", samples.length, HELD + " at most");
    Check.that(at >= 0 && at <= Long.MAX_VALUE - HELD, "at", at, "0 or more");
    long lost = take(samples, at);
    if (lost > 0) {
      rounds.dropped(lost);
    }
  }

  private synchronized long take(short[] samples, long at) {
    int known = Math.clamp(end - at, 0, samples.length);
    long from = at + known;
    long to = at + samples.length;
    if (to <= end) {
      return 0;
    }
    long lost = Math.max(0, Math.min(end, to - HELD) - Math.max(next, end - HELD));
    for (long place = Math.max(end, from - HELD); place < from; place++) {
      held[(int) (place % HELD)] = 0;
    }
    int first = (int) (from % HELD);
    int count = samples.length - known;
    int straight = Math.min(count, HELD - first);
    System.arraycopy(samples, known, held, first, straight);
    System.arraycopy(samples, known + straight, held, 0, count - straight);
    end = to;
    dropped += lost;
    return lost;
  }

  @Override
  public synchronized long dropped() {
    return dropped;
  }

  /**
   * Reads the next frame that is to be judged, and tells of silent ones before it.
   *
   * @return whether there is one; then {@link #input} holds it
   */
  boolean ready() {
    for (int silent = 0; silent < SILENT; silent++) {
      if (closed || !read()) {
        return false;
      }
      quiet = isQuiet() ? Math.min(quiet, SETTLING) + 1 : 0;
      if (quiet <= SETTLING) {
        return true;
      }
      rounds.silent();
      report(0);
    }
    return false;
  }

  private boolean read() {
    synchronized (this) {
      if (end - next < SpeechDetector.FRAME) {
        return false;
      }
      // What was overwritten or jumped over is silence.
      int gone = Math.clamp(end - HELD - next, 0, SpeechDetector.FRAME);
      Arrays.fill(frame, 0, gone, (short) 0);
      for (int at = gone; at < SpeechDetector.FRAME; at++) {
        frame[at] = held[(int) ((next + at) % HELD)];
      }
      next += SpeechDetector.FRAME;
    }
    for (int at = 0; at < SpeechDetector.FRAME; at++) {
      input[SpeechDetector.CONTEXT + at] = frame[at] / SpeechDetector.LOUDEST;
    }
    return true;
  }

  private boolean isQuiet() {
    for (int from = SpeechDetector.CONTEXT; from < input.length; from += PART) {
      double sum = 0;
      for (int at = from; at < from + PART; at++) {
        sum += input[at] * input[at];
      }
      if (sum > PART * FLOOR * FLOOR) {
        return false;
      }
    }
    return true;
  }

  /** Tells the score of the frame that was read last. */
  void report(double probability) {
    System.arraycopy(input, SpeechDetector.FRAME, input, 0, SpeechDetector.CONTEXT);
    if (!closed) {
      // Only this thread moves it on.
      listener.scored(probability, at());
    }
  }

  private synchronized long at() {
    return next - SpeechDetector.FRAME;
  }

  /** Ends it for a fault. */
  void fail(Throwable fault) {
    if (closed) {
      return;
    }
    close();
    try {
      listener.failed(fault);
    } catch (Throwable further) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, further);
    }
  }

  @Override
  public void close() {
    closed = true;
    rounds.remove(this);
  }
}
