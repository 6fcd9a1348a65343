package io.heyue.app.phone;

import io.heyue.voice.record.Opened;
import io.heyue.voice.record.Recording;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingKeys;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.record.Tampered;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to recordings that a process which was killed left open, and erases those that are old. */
final class ShelfKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShelfKeeper.class);
  private static final long HOURS = 6;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("recordings").daemon().factory());

  private ShelfKeeper() {}

  /**
   * Begins; before anything is recorded, since what is being recorded looks as what was left open.
   *
   * @param kept after so long a recording is erased
   */
  static ShelfKeeper begin(Shelf shelf, RecordingKeys keys, Duration kept) throws IOException {
    settle(shelf, keys);
    ShelfKeeper keeper = new ShelfKeeper();
    var _ =
        keeper.thread.scheduleWithFixedDelay(
            () -> erase(shelf, kept, InstantSource.system()), 0, HOURS, TimeUnit.HOURS);
    return keeper;
  }

  /** What can be read of a recording up to where it was cut is kept as one. */
  static void settle(Shelf shelf, RecordingKeys keys) throws IOException {
    for (Opened each : shelf.unfinished(keys)) {
      switch (each) {
        case Recording recording ->
            LOG.warn(
                "Recording {} was cut off and is kept as far as it goes: SHA-256 {}.",
                recording.head().id(),
                shelf.settle(recording).sha256());
        case Tampered tampered ->
            LOG.error("Recording {} was changed: {}", tampered.file(), tampered.why());
      }
    }
  }

  static void erase(Shelf shelf, Duration kept, InstantSource clock) {
    try {
      List<RecordingId> erased = shelf.discard(kept, clock, _ -> false);
      if (!erased.isEmpty()) {
        LOG.info("{} recordings older than {} days were erased.", erased.size(), kept.toDays());
      }
    } catch (IOException e) {
      LOG.warn("Old recordings can't be erased: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
