package io.heyue.voice.record;

import io.heyue.voice.audio.Companding;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A shelf, keys and recorders in a folder, and frames that can be told from one another. */
record Rig(Path folder, Shelf shelf, LocalKeys keys, Recorders recorders) implements AutoCloseable {
  static final Instant BEGUN = Instant.parse("2026-11-21T02:03:04.567Z");
  static final RecordingId ID =
      new RecordingId(UUID.fromString("0193b7a0-0000-7000-8000-00000000002a"));
  static final Label LABEL = Label.of("Heyue test lender");
  static final int FRAME = 160;

  static Rig in(Path folder) throws IOException {
    Shelf shelf = Shelf.openOrMake(folder.resolve("recordings"));
    LocalKeys keys = LocalKeys.openOrMake(folder.resolve("recording.keys"), new SecureRandom());
    return new Rig(
        folder, shelf, keys, new Recorders(shelf, keys, Duration.ofSeconds(5), new SecureRandom()));
  }

  Recorder begin() throws IOException {
    return recorders.begin(ID, BEGUN, LABEL);
  }

  /** A sealed recording of so many frames on both sides, all different. */
  Path recorded(int frames) throws Exception {
    Recorder recorder = begin();
    for (int frame = 0; frame < frames; frame++) {
      patiently(recorder);
      recorder.heard(frame(2 * frame), (long) frame * FRAME);
      recorder.played(frame(2 * frame + 1), (long) frame * FRAME);
    }
    return file(ended(recorder));
  }

  /** Waits until the writer has caught up, so that nothing is lost. */
  static void patiently(Recorder recorder) {
    while (recorder.waiting() > Recorder.MOST_WAITING / 2) {
      Thread.onSpinWait();
    }
  }

  static RecordingSummary ended(Recorder recorder) throws Exception {
    return recorder.end().get(20, TimeUnit.SECONDS);
  }

  Path file(RecordingSummary summary) {
    return folder.resolve("recordings").resolve(summary.name());
  }

  Recording open(RecordingSummary summary) throws IOException {
    return (Recording) Recording.open(file(summary), keys);
  }

  /** A frame of one height that tells its number, as A-law keeps it. */
  static short[] frame(int number) {
    short[] frame = new short[FRAME];
    for (int at = 0; at < FRAME; at++) {
      frame[at] = (short) ((number * 37 + at * 211) % 20_000 - 10_000);
    }
    return kept(frame);
  }

  /** What A-law makes of samples. */
  static short[] kept(short[] samples) {
    return Companding.PCMA.decode(Companding.PCMA.encode(samples));
  }

  @Override
  public void close() {
    recorders.close();
  }
}
