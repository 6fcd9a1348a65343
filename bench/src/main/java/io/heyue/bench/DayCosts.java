package io.heyue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Processor time of those who take part in a day, from when it is made. */
final class DayCosts {
  private static final OperatingSystemMXBean OURS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Path folder;
  private final PeerProcess peer;
  private final Spent before;

  /** Processor time. */
  record Spent(Duration ours, Duration database, Duration network) {}

  DayCosts(Path folder, PeerProcess peer) {
    this.folder = folder;
    this.peer = peer;
    this.before = now();
  }

  Spent spent() {
    Spent now = now();
    return new Spent(
        now.ours.minus(before.ours),
        now.database.minus(before.database),
        now.network.minus(before.network));
  }

  private Spent now() {
    return new Spent(Duration.ofNanos(OURS.getProcessCpuTime()), database(), peer.busy());
  }

  /** What serves our connections; a worker that ended meanwhile took its account with it. */
  private Duration database() {
    try {
      long pid =
          Long.parseLong(
              Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"))
                  .getFirst()
                  .strip());
      return ProcessHandle.of(pid).stream()
          .flatMap(ProcessHandle::children)
          .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
