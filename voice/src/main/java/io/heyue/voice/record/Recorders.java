package io.heyue.voice.record;

import io.heyue.core.base.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Records calls. One thread writes for all recordings, 25 times a second; another waits for the
 * disk, so that a slow one keeps no recording waiting.
 *
 * <p>A block is written when something came that is a second behind its end. A crash of this
 * program costs what wasn't written: two seconds. A failure of power may cost what was recorded
 * since the disk was last waited for (fsync): every {@code force} of a recording, and at its end.
 *
 * <p>Thread-safe.
 */
public final class Recorders implements AutoCloseable {
  private static final long TURN = TimeUnit.MILLISECONDS.toNanos(40);

  private final List<Recorder> open = new CopyOnWriteArrayList<>();

  /** Each recording stands in it at most twice; empty is the end. */
  private final BlockingQueue<Optional<Recorder>> due = new LinkedBlockingQueue<>();

  private final Shelf shelf;
  private final RecordingKeys keys;
  private final int forceEvery;
  private final SecureRandom random;
  private final Thread writer;
  private final Thread forcer;
  private volatile boolean closing;

  /**
   * @param force how much is recorded until the disk is waited for; whole seconds, one or more
   * @param random makes data keys
   */
  public Recorders(Shelf shelf, RecordingKeys keys, Duration force, SecureRandom random) {
    Check.that(
        force.toSeconds() >= 1 && force.toSeconds() <= 3_600, "force", force, "1 s to an hour");
    this.shelf = shelf;
    this.keys = keys;
    this.forceEvery = Math.toIntExact(force.toSeconds());
    this.random = random;
    this.writer = Thread.ofPlatform().name("recording-writer").daemon().unstarted(this::write);
    this.forcer = Thread.ofPlatform().name("recording-disk").daemon().unstarted(this::force);
    writer.start();
    forcer.start();
  }

  /**
   * Begins a recording; what it is to tell is on the disk soon after.
   *
   * @param begun when the call's media began
   * @throws IOException if its file can't be made, as if one of that id is there
   */
  public Recorder begin(RecordingId id, Instant begun, Label label) throws IOException {
    Recorder recorder = made(id, begun, label);
    synchronized (this) {
      if (closing) {
        IOException late =
            new IOException("Recording " + id + " can't begin: the recorders are closed.");
        recorder.fail(late);
        throw late;
      }
      open.add(recorder);
    }
    LockSupport.unpark(writer);
    return recorder;
  }

  /** A recording that nobody writes yet. */
  Recorder made(RecordingId id, Instant begun, Label label) throws IOException {
    byte[] dataKey = new byte[Blocks.KEY];
    random.nextBytes(dataKey);
    try {
      HeadBytes head = HeadBytes.of(id, begun, label, keys.wrap(dataKey, id), random.nextLong());
      Path file = shelf.place(id, begun);
      RecordingFile out = RecordingFile.make(file, head, dataKey);
      return new Recorder(head.head(), shelf, file, out, forceEvery);
    } finally {
      Arrays.fill(dataKey, (byte) 0);
    }
  }

  private void write() {
    while (!closing || !open.isEmpty()) {
      for (Recorder recorder : open) {
        if (closing) {
          var _ = recorder.end();
        }
        written(recorder);
      }
      if (open.isEmpty() && !closing) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, TURN);
      }
    }
  }

  private void written(Recorder recorder) {
    try {
      if (recorder.write()) {
        due.add(Optional.of(recorder));
      }
      if (recorder.sealed()) {
        open.remove(recorder);
      }
    } catch (Throwable e) {
      open.remove(recorder);
      recorder.fail(e);
    }
  }

  private void force() {
    try {
      for (var next = due.take(); next.isPresent(); next = due.take()) {
        Recorder recorder = next.get();
        try {
          recorder.force();
        } catch (Throwable e) {
          open.remove(recorder);
          recorder.fail(e);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts who waits for the disk.", e);
    }
  }

  /** Ends all recordings, and waits until the disk has them. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    LockSupport.unpark(writer);
    try {
      writer.join();
      due.add(Optional.empty());
      forcer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
