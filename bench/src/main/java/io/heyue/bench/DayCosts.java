package io.heyue.bench;

import com.sun.management.OperatingSystemMXBean;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.postgres.Transactor.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a day takes of those who take part in it, from when it is made. */
final class DayCosts {
  private static final OperatingSystemMXBean OURS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Path folder;
  private final PeerProcess peer;
  private final Transactor transactor;
  private final Spent before;

  /**
   * Processor time, and ways to the database.
   *
   * @param compiling of ours, for turning bytecode into machine code
   */
  record Spent(
      Duration ours, Duration compiling, Duration database, Duration network, Counts counts) {}

  DayCosts(Path folder, PeerProcess peer, Transactor transactor) {
    this.folder = folder;
    this.peer = peer;
    this.transactor = transactor;
    this.before = now();
  }

  Spent spent() {
    Spent now = now();
    return new Spent(
        now.ours.minus(before.ours),
        now.compiling.minus(before.compiling),
        now.database.minus(before.database),
        now.network.minus(before.network),
        new Counts(
            now.counts.transactions() - before.counts.transactions(),
            now.counts.trips() - before.counts.trips()));
  }

  private Spent now() {
    return new Spent(
        Duration.ofNanos(OURS.getProcessCpuTime()),
        Duration.ofMillis(ManagementFactory.getCompilationMXBean().getTotalCompilationTime()),
        database(),
        peer.busy(),
        transactor.counts());
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
