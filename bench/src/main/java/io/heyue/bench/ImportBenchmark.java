package io.heyue.bench;

import com.sun.management.OperatingSystemMXBean;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.postgres.CopyStream;
import io.heyue.store.postgres.Transactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A portfolio brought in from files, into empty tables and again. The baseline copies the bytes of
 * the same file into one table of text, unchecked, unsealed and without an index.
 */
final class ImportBenchmark implements Benchmark {
  private static final String RAW =
      "copy bench_row from stdin (format csv, delimiter E'\\x01', quote E'\\x02')";

  @Override
  public String name() {
    return "import";
  }

  @Override
  public List<Figure> measure(Trial trial) {
    int count = trial.scale().imported();
    try (Lender lender = Lender.open(trial)) {
      Path folder = lender.folder();
      Path accounts = SampleFiles.accounts(folder.resolve("portfolio.csv"), count, trial.seed());
      Path contacts = SampleFiles.contacts(folder.resolve("points.csv"), count);
      Path payments = SampleFiles.payments(folder.resolve("payments.csv"), count);
      Heap heap = new Heap();
      Measured fresh = load(lender, ImportKind.ACCOUNTS, accounts);
      long peak = heap.peak();
      Figure.Baseline raw =
          new Figure.Baseline(
              "the same lines, raw COPY", count / copy(lender.database().transactor(), accounts));
      return List.of(
          speed("new accounts from CSV", fresh, raw, Figure.Target.atLeast(20_000)),
          cost("new accounts from CSV", fresh),
          speed(
              "the same accounts again",
              load(lender, ImportKind.ACCOUNTS, accounts),
              raw,
              Optional.empty()),
          speed(
              "new contact points",
              load(lender, ImportKind.CONTACTS, contacts),
              raw,
              Optional.empty()),
          speed("new payments", load(lender, ImportKind.PAYMENTS, payments), raw, Optional.empty()),
          new Figure(
              name(),
              "peak heap, at most",
              count,
              peak / (double) (1 << 20),
              "MiB",
              new Figure.Baseline("size of the file", size(accounts) / (double) (1 << 20)),
              Optional.empty()));
    }
  }

  private static final OperatingSystemMXBean OURS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /**
   * An import.
   *
   * @param processor time of our process and of the database server
   */
  private record Measured(long rows, double seconds, Duration processor) {}

  private static Measured load(Lender lender, ImportKind kind, Path file) {
    Duration ours = Duration.ofNanos(OURS.getProcessCpuTime());
    Duration server = server(lender);
    long start = System.nanoTime();
    long rows = lender.load(kind, file).rows();
    double seconds = (System.nanoTime() - start) / 1e9;
    Duration used = Duration.ofNanos(OURS.getProcessCpuTime()).minus(ours);
    Duration served = server(lender).minus(server);
    // A worker of the server that ended meanwhile took its account with it.
    return new Measured(rows, seconds, served.isNegative() ? used : used.plus(served));
  }

  private Figure speed(
      String what, Measured measured, Figure.Baseline baseline, Optional<Figure.Target> target) {
    return new Figure(
        name(), what, measured.rows, measured.rows / measured.seconds, "rows/s", baseline, target);
  }

  /** On a machine that others use, the processor time tells more than the clock. */
  private Figure cost(String what, Measured measured) {
    return new Figure(
        name(),
        what + ", processor time",
        measured.rows,
        measured.processor.toNanos() / 1e3 / measured.rows,
        "µs/row",
        new Figure.Baseline("time by the clock", measured.seconds * 1e6 / measured.rows),
        Optional.empty());
  }

  private static Duration server(Lender lender) {
    return server(lender.folder())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The processes that serve our connections. */
  private static Stream<ProcessHandle> server(Path folder) {
    try {
      Path file = folder.resolve("postgres/cluster/postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most that the heap held at once since this was made. */
  private static final class Heap {
    private final List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    Heap() {
      System.gc();
      pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    long peak() {
      return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
  }

  private static double copy(Transactor transactor, Path file) {
    transactor.run(sql -> sql.update("create table bench_row (line text)"));
    long start = System.nanoTime();
    transactor.run(sql -> {
      try (InputStream in = Files.newInputStream(file);
          CopyStream out = sql.copy(RAW)) {
        byte[] buffer = new byte[1 << 16];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
          out.send(buffer, length);
        }
        var _ = out.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return (System.nanoTime() - start) / 1e9;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
