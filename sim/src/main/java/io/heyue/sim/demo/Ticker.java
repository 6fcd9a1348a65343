package io.heyue.sim.demo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Prints how things stand whenever they have changed, while the demo runs on a thread of its own:
 * the first message as soon as it is out, then a line every few seconds. Counts are of what is
 * committed, so that it may look at any time.
 */
final class Ticker implements AutoCloseable {
  private static final long FIRST_LOOKS_MILLIS = 200;
  private static final long SECONDS = 4;

  private final Supplier<String> time;
  private final Tally tally;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ticker").factory());
  private String last;

  private Ticker(Supplier<String> time, Tally tally) {
    this.time = time;
    this.tally = tally;
    this.last = tally.line();
  }

  /** Begins to watch {@code tally}; {@code time} tells the time of day. */
  static Ticker start(Supplier<String> time, Tally tally) {
    Ticker ticker = new Ticker(time, tally);
    var _ = ticker.timer.schedule(ticker::first, FIRST_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    return ticker;
  }

  private void first() {
    boolean told = tell();
    var _ =
        told
            ? timer.scheduleAtFixedRate(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS)
            : timer.schedule(this::first, FIRST_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
  }

  private boolean tell() {
    String line = tally.line();
    boolean changed = !line.equals(last);
    if (changed) {
      System.out.println(time.get() + "  " + line);
      last = line;
    }
    return changed;
  }

  @Override
  public void close() {
    timer.close();
  }
}
