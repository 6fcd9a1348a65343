package io.heyue.voice.record;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what recording costs: {@code RecordingLoad FOLDER [CALLS SECONDS]}. First as many
 * seconds of one call as one thread can take, then so many calls at real rate.
 */
final class RecordingLoad {
  private RecordingLoad() {}

  /**
   * @param arguments folder, calls, seconds
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int calls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    try (Rig rig = Rig.in(folder)) {
      oneThread(rig, 2_000);
      oneThread(rig, 20_000);
      realRate(rig, calls, seconds);
    }
  }

  private static void oneThread(Rig rig, int rounds) throws Exception {
    Recorder recorder = made(rig);
    short[][] frames = new short[64][];
    for (int number = 0; number < frames.length; number++) {
      frames[number] = Rig.frame(number);
    }
    long begun = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      for (int frame = 0; frame < 20; frame++) {
        long at = (round * 20L + frame) * 160;
        recorder.heard(frames[frame], at);
        recorder.played(frames[frame + 20], at);
      }
      recorder.write();
    }
    double took = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "one thread: %,.0f frames/s (enqueue, A-law, seal, write)%n", rounds * 40 / took);
    recorder.fail(new java.io.IOException("measured"));
  }

  private static Recorder made(Rig rig) throws Exception {
    return rig.recorders().made(new RecordingId(UUID.randomUUID()), Instant.now(), Rig.LABEL);
  }

  private static void realRate(Rig rig, int calls, int seconds) throws Exception {
    List<Recorder> recorders = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      recorders.add(
          rig.recorders().begin(new RecordingId(UUID.randomUUID()), Instant.now(), Rig.LABEL));
    }
    short[] left = Rig.frame(1);
    short[] right = Rig.frame(2);
    var beans = ManagementFactory.getThreadMXBean();
    long producing = 0;
    long worst = 0;
    long cpu = cpu();
    long begun = System.nanoTime();
    for (int frame = 0; frame < seconds * 50; frame++) {
      long due = begun + frame * 20_000_000L;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      long from = beans.getCurrentThreadCpuTime();
      for (Recorder recorder : recorders) {
        long one = System.nanoTime();
        recorder.heard(left, frame * 160L);
        recorder.played(right, frame * 160L);
        worst = Math.max(worst, System.nanoTime() - one);
      }
      producing += beans.getCurrentThreadCpuTime() - from;
    }
    double took = (System.nanoTime() - begun) / 1e9;
    double all = (cpu() - cpu) / 1e9;
    long lost = 0;
    long bytes = 0;
    for (Recorder recorder : recorders) {
      RecordingSummary summary = Rig.ended(recorder);
      lost += summary.lost();
      bytes += Files.size(rig.file(summary));
    }
    System.out.printf(
        "%d calls for %.0f s: %.1f %% of a core in all, %.1f %% of it in heard/played (worst pair"
            + " %.0f us), %d frames lost, %.1f MB%n",
        calls,
        took,
        100 * all / took,
        100 * producing / 1e9 / took,
        worst / 1e3,
        lost,
        bytes / 1e6);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
