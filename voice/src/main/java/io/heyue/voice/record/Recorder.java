package io.heyue.voice.record;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records one call: left what we heard, right what we played, each frame at its place. Where
 * nothing was told is silence. A frame whose place is a second or more before the newest, or taken
 * already, is left out and counted, and nothing behind it moves.
 *
 * <p>{@link #heard} and {@link #played} may be called by any thread and never wait: frames go into
 * a queue of at most five seconds of both sides, and what finds it full is silent and counted.
 */
public final class Recorder {
  /** Frames that wait at most. */
  static final int MOST_WAITING = 500;

  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  private record Frame(int side, Sound sound, long at) {}

  private final Queue<Frame> frames = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean forcing = new AtomicBoolean();
  private final CompletableFuture<RecordingSummary> summary = new CompletableFuture<>();
  private final Head head;
  private final Shelf shelf;
  private final Path file;
  private final RecordingFile out;
  private final Timeline timeline;
  private final int forceEvery;
  private int forced;
  private volatile boolean ending;
  private volatile boolean sealed;

  /**
   * @param forceEvery blocks after which the disk is waited for
   */
  Recorder(Head head, Shelf shelf, Path file, RecordingFile out, int forceEvery) {
    this.head = head;
    this.shelf = shelf;
    this.file = file;
    this.out = out;
    this.timeline = new Timeline(out::audio);
    this.forceEvery = forceEvery;
  }

  public Head head() {
    return head;
  }

  /**
   * The other side's sound.
   *
   * @param frame 160 linear samples, 8,000 a second
   * @param at the place of its first sample since the call's media began
   */
  public void heard(short[] frame, long at) {
    take(LEFT, frame, at);
  }

  /** Our sound, as {@link #heard}. */
  public void played(short[] frame, long at) {
    take(RIGHT, frame, at);
  }

  private void take(int side, short[] frame, long at) {
    if (frame.length != Timeline.FRAME) {
      throw new IllegalArgumentException(
          "frame has " + frame.length + " samples; it must have 160.");
    }
    if (ending) {
      return;
    }
    if (waiting.get() >= MOST_WAITING) {
      lost.incrementAndGet();
      return;
    }
    waiting.incrementAndGet();
    frames.add(new Frame(side, new Sound(Companding.RATE, frame), at));
  }

  /** Ends the recording; waits for nothing. Once more, nothing happens. */
  public CompletableFuture<RecordingSummary> end() {
    ending = true;
    return summary();
  }

  /**
   * What the ledger is to keep, once the recording was ended and the disk has it; a fault as soon
   * as it can't be written any further, after which nothing is recorded: a call that must be
   * recorded must end then. A stage of the caller's own.
   */
  public CompletableFuture<RecordingSummary> summary() {
    return summary.copy();
  }

  /** Frames that nobody has written yet. */
  int waiting() {
    return waiting.get();
  }

  /**
   * Writes what waits. Called by the writer alone.
   *
   * @return whether the disk is to be waited for
   */
  boolean write() throws IOException {
    boolean last = ending;
    for (Frame frame = frames.poll(); frame != null; frame = frames.poll()) {
      waiting.decrementAndGet();
      timeline.lay(frame.side(), frame.sound().samples(), frame.at(), lost.get());
    }
    if (last) {
      timeline.finish(lost.get());
      out.seal(timeline.length(), lost.get(), timeline.misplaced());
      sealed = true;
    }
    boolean due = last || out.written() - forced >= forceEvery;
    if (due) {
      forced = out.written();
    }
    return due && (last || forcing.compareAndSet(false, true));
  }

  boolean sealed() {
    return sealed;
  }

  /** Waits for the disk, and puts a sealed recording on its shelf. */
  void force() throws IOException {
    if (summary.isDone()) {
      return;
    }
    boolean last = sealed;
    out.force();
    forcing.set(false);
    if (last) {
      out.close();
      String name = shelf.finish(file);
      summary.complete(
          new RecordingSummary(
              head.id(),
              name,
              out.hash(),
              timeline.length(),
              (long) lost.get() + timeline.misplaced(),
              head.begun(),
              true));
    }
  }

  /** Nothing more can be written. */
  void fail(Throwable cause) {
    ending = true;
    frames.clear();
    summary.completeExceptionally(cause);
    try {
      out.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
