package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Urgency;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How likely it is that somebody speaks, for all calls at once: one thread judges what came on any
 * line, many frames together, which takes a third of the time that each alone would take. A frame's
 * score comes within a tick of its last sample, and what the judging takes (2 ms for 64 frames).
 * Thread-safe.
 *
 * <p>Scores are those of {@link SpeechDetector} but for rounding, and but for lines that are
 * silent: a frame quieter than -65 dBov after a third of a second of such frames is 0 without being
 * judged, and the model isn't told of it. Speech after such a silence is found where the detector
 * finds it or earlier.
 */
public final class SpeechHub implements AutoCloseable {
  /** How far ticks lie apart if nothing else is said. */
  public static final Duration TICK = Duration.ofMillis(8);

  private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

  /** So long closing waits for the thread. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SpeechRounds rounds;
  private final long tick;
  private final Thread thread;
  private volatile boolean stopped;

  private SpeechHub(SpeechRounds rounds, Duration tick) {
    this.rounds = rounds;
    this.tick = tick.toNanos();
    this.thread = Thread.ofPlatform().name("speech-hub").daemon().unstarted(this::work);
  }

  /** Starts a hub that looks every {@link #TICK} for what came. The model is closed after it. */
  public static SpeechHub start(SpeechModel model) {
    return start(model, TICK);
  }

  /**
   * Starts a hub.
   *
   * @param tick how often it looks for what came, up to a second: longer makes larger batches and
   *     later scores
   */
  public static SpeechHub start(SpeechModel model, Duration tick) {
    Check.that(
        tick.isPositive() && tick.compareTo(LONGEST_TICK) <= 0,
        "tick",
        tick,
        "above zero, up to " + LONGEST_TICK);
    SpeechHub hub = new SpeechHub(new SpeechRounds(model), tick);
    hub.thread.start();
    return hub;
  }

  /** Who is told the scores of one line. */
  public interface Listener {
    /**
     * A frame of {@value SpeechDetector#FRAME} samples was judged: each in order, none left out.
     * Called by the hub's thread: it must not wait. What it throws ends the line.
     *
     * @param probability that somebody speaks in it, 0 to 1
     * @param at its first sample
     */
    void scored(double probability, long at);

    /** The line is deaf from now on: the model failed, or this listener did. The last call. */
    default void failed(Throwable fault) {}
  }

  /** The sound of one call. Thread-safe. */
  public interface Line extends AutoCloseable {
    /**
     * Takes samples in, and never waits. Where they begin later than the last ended, silence is
     * heard in between; what came before is not heard again.
     *
     * @param samples 8192 at most; the caller may use them again
     * @param at the first one's place since the call began
     */
    void came(short[] samples, long at);

    /** Samples that were thrown away since the hub was more than a second behind. */
    long dropped();

    /** Ends it. A score that is just being told of may still come. */
    @Override
    void close();
  }

  /**
   * A line for a call, from its first sample on: 0.
   *
   * @throws IllegalStateException if the hub is closed
   */
  public Line line(Listener listener) {
    if (stopped) {
      throw new IllegalStateException("The hub is closed.");
    }
    Line line = rounds.line(listener);
    LockSupport.unpark(thread);
    return line;
  }

  /** What was done so far. */
  public SpeechHubFigures figures() {
    return rounds.figures();
  }

  private void work() {
    var _ = Urgency.granted(Urgency.HEARING);
    long due = System.nanoTime();
    while (!stopped) {
      if (rounds.lines() == 0) {
        LockSupport.park(this);
        due = System.nanoTime();
        continue;
      }
      long wait = due - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(this, wait);
        continue;
      }
      try {
        rounds.tick();
      } catch (Throwable fault) {
        thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
      }
      long now = System.nanoTime();
      long took = now - (due - wait);
      rounds.took(took);
      due = next(due + tick, now, took);
    }
    rounds.close();
  }

  /**
   * When the next tick is. Who is late begins anew: it takes in whatever waits. But others get a
   * fifth of the processor at least, however much there is to judge: this thread may go before all
   * ordinary ones, and would leave them nothing.
   *
   * @param due by the clock of {@link System#nanoTime()}, as the others
   * @param took nanoseconds of the tick before
   */
  static long next(long due, long now, long took) {
    return Math.max(due, now + took / 4);
  }

  /** Ends all lines and the thread. Never by a listener. */
  @Override
  public void close() {
    Check.that(
        !Thread.currentThread().equals(thread), "thread", thread.getName(), "not the hub's own");
    stopped = true;
    LockSupport.unpark(thread);
    try {
      var _ = thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
