package io.heyue.app.phone;

import io.heyue.app.engine.CallNotes;
import io.heyue.app.engine.Recorded;
import io.heyue.voice.record.Recording;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingKeys;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.record.Tampered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to recordings that a process which was killed left open, and erases those that are old. */
final class ShelfKeeper implements Telephony.Left, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShelfKeeper.class);
  private static final long HOURS = 6;

  /** Days with recordings, from the last one back: a process that died was at work on these. */
  private static final int LAST_DAYS = 2;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("recordings").daemon().factory());

  private final Shelf shelf;
  private final RecordingKeys keys;

  private ShelfKeeper(Shelf shelf, RecordingKeys keys) {
    this.shelf = shelf;
    this.keys = keys;
  }

  /**
   * Begins.
   *
   * @param kept after so long a recording is erased
   */
  static ShelfKeeper begin(Shelf shelf, RecordingKeys keys, Duration kept) {
    ShelfKeeper keeper = new ShelfKeeper(shelf, keys);
    var _ =
        keeper.thread.scheduleWithFixedDelay(
            () -> erase(shelf, kept, InstantSource.system()), 0, HOURS, TimeUnit.HOURS);
    return keeper;
  }

  /**
   * What can be read of a recording up to where it was cut is noted in the ledger and then kept as
   * one; in that order, so that a crash in between loses neither. Of the last days' finished ones
   * those are noted whose process ended before it could.
   */
  @Override
  public void settle(CallNotes notes) {
    try {
      List<Shelf.Shelved> all = shelf.list();
      for (Shelf.Shelved each : all) {
        if (!each.finished()) {
          seen(each, () -> cutOff(each, notes));
        }
      }
      finished(all, notes);
    } catch (IOException e) {
      throw new UncheckedIOException("Recordings can't be seen to: " + e.getMessage(), e);
    }
  }

  /** Something that is done to one recording. */
  private interface Care {
    void take() throws IOException;
  }

  /** One that can't be opened, as where its key is missing, holds up nobody. */
  private static void seen(Shelf.Shelved each, Care care) {
    try {
      care.take();
    } catch (IOException e) {
      LOG.error("Recording {} can't be seen to, and stays as it is: {}", each.id(), e.getMessage());
    }
  }

  private void cutOff(Shelf.Shelved each, CallNotes notes) throws IOException {
    switch (Recording.open(each.file(), keys)) {
      case Recording recording -> {
        if (!note(recording, notes)) {
          LOG.warn("Recording {} is of no known conversation; the ledger has it not.", each.id());
        }
        LOG.warn(
            "Recording {} was cut off and is kept as far as it goes: SHA-256 {}.",
            each.id(),
            shelf.settle(recording).sha256());
      }
      case Tampered tampered ->
          LOG.error("Recording {} was changed: {}", tampered.file(), tampered.why());
    }
  }

  private void finished(List<Shelf.Shelved> all, CallNotes notes) {
    List<LocalDate> days = all.stream().map(Shelf.Shelved::day).distinct().toList();
    List<LocalDate> last = days.subList(Math.max(0, days.size() - LAST_DAYS), days.size());
    List<Shelf.Shelved> finished =
        all.stream().filter(each -> each.finished() && last.contains(each.day())).toList();
    Set<UUID> unknown = notes.unknown(finished.stream().map(each -> each.id().value()).toList());
    for (Shelf.Shelved each : finished) {
      if (unknown.contains(each.id().value())) {
        seen(
            each,
            () -> {
              if (Recording.open(each.file(), keys) instanceof Recording recording) {
                var _ = note(recording, notes);
              }
            });
      }
    }
  }

  /** Whether its conversation is known. */
  private static boolean note(Recording recording, CallNotes notes) {
    return notes.left(
        new Recorded(
            recording.head().id().value(),
            recording.sha256(),
            recording.samples(),
            recording.lost(),
            recording.complete()));
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
