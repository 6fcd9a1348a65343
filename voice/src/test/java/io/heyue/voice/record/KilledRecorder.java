package io.heyue.voice.record;

import java.nio.file.Files;
import java.nio.file.Path;

/** Records into a folder until it is killed, or for a minute; says when ten seconds are written. */
final class KilledRecorder {
  private static final long SIZE = 10L * Blocks.Kind.AUDIO.stored();

  private KilledRecorder() {}

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long until = System.nanoTime() + 60_000_000_000L;
    try (Rig rig = Rig.in(folder)) {
      Recorder recorder = rig.begin();
      Path file = folder.resolve("recordings/2026-11-21/" + Rig.ID + ".part");
      boolean told = false;
      for (int frame = 0; System.nanoTime() < until; frame++) {
        Rig.patiently(recorder);
        recorder.heard(Rig.frame(frame), 160L * frame);
        recorder.played(Rig.frame(frame + 1), 160L * frame);
        if (!told && frame % 50 == 0 && Files.size(file) > SIZE) {
          told = true;
          System.out.println("written");
        }
      }
    }
  }
}
