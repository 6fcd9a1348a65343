package io.heyue.bench;

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
import java.util.List;
import java.util.Optional;

/**
 * A portfolio brought in from a file, into empty tables. The baseline copies the bytes of the same
 * file into one table of text, unchecked, unsealed and without an index.
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
      Path file =
          SampleFiles.accounts(lender.folder().resolve("portfolio.csv"), count, trial.seed());
      List<MemoryPoolMXBean> heap =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .toList();
      System.gc();
      heap.forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      long rows = lender.load(ImportKind.ACCOUNTS, file).inserted();
      double seconds = (System.nanoTime() - start) / 1e9;
      long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      double raw = copy(lender.database().transactor(), file);
      return List.of(
          new Figure(
              name(),
              "new accounts from CSV",
              rows,
              rows / seconds,
              "rows/s",
              new Figure.Baseline("the same lines, raw COPY", rows / raw),
              Figure.Target.atLeast(20_000)),
          new Figure(
              name(),
              "peak heap, at most",
              rows,
              peak / (double) (1 << 20),
              "MiB",
              new Figure.Baseline("size of the file", size(file) / (double) (1 << 20)),
              Optional.empty()));
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
