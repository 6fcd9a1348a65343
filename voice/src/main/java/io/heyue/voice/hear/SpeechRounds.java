package io.heyue.voice.hear;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The hub's work, without its thread: round by round takes a frame of each line that has one and
 * judges them together. A fault of one line ends that line and nothing else; a fault of the model
 * ends those that it was asked about. One thread ticks; lines come and go by any.
 */
final class SpeechRounds {
  /** More at once gains nothing (64: 26 µs a frame, 300: 24 µs), and keeps the others waiting. */
  static final int BATCH = 64;

  /** Rounds in a tick at most: as many frames as a line can hold. */
  private static final int ROUNDS = SpeechLine.HELD / SpeechDetector.FRAME;

  private final List<SpeechLine> lines = new CopyOnWriteArrayList<>();
  private final List<SpeechLine> ready = new ArrayList<>(BATCH);
  private final SpeechBatch batch;

  private final AtomicLong scored = new AtomicLong();
  private final AtomicLong silent = new AtomicLong();
  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong busy = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  SpeechRounds(SpeechModel model) {
    this.batch = model.batch(BATCH);
  }

  SpeechHub.Line line(SpeechHub.Listener listener) {
    SpeechLine line = new SpeechLine(listener, this);
    lines.add(line);
    return line;
  }

  int lines() {
    return lines.size();
  }

  void remove(SpeechLine line) {
    lines.remove(line);
  }

  void silent() {
    silent.incrementAndGet();
  }

  void dropped(long samples) {
    dropped.addAndGet(samples);
  }

  /** Notes how long a tick took, in nanoseconds. */
  void took(long nanos) {
    busy.addAndGet(nanos);
    longest.accumulateAndGet(nanos, Math::max);
  }

  /** Judges all that came. */
  void tick() {
    boolean more = true;
    for (int round = 0; more && round < ROUNDS; round++) {
      more = false;
      for (SpeechLine line : lines) {
        if (isReady(line)) {
          more = true;
          ready.add(line);
        }
        if (ready.size() == BATCH) {
          score();
        }
      }
      score();
    }
  }

  private static boolean isReady(SpeechLine line) {
    try {
      return line.ready();
    } catch (Throwable fault) {
      line.fail(fault);
      return false;
    }
  }

  private void score() {
    if (ready.isEmpty()) {
      return;
    }
    try {
      batch.score(ready);
      scored.addAndGet(ready.size());
      batches.incrementAndGet();
    } catch (HearingFailure fault) {
      ready.forEach(line -> line.fail(fault));
      ready.clear();
    }
    for (int at = 0; at < ready.size(); at++) {
      SpeechLine line = ready.get(at);
      try {
        line.report(batch.probability(at));
      } catch (Throwable fault) {
        line.fail(fault);
      }
    }
    ready.clear();
  }

  SpeechHubFigures figures() {
    return new SpeechHubFigures(
        scored.get(),
        silent.get(),
        batches.get(),
        Duration.ofNanos(busy.get()),
        Duration.ofNanos(longest.get()),
        dropped.get());
  }

  void close() {
    lines.clear();
    batch.close();
  }
}
