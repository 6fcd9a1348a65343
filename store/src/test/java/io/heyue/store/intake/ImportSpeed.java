package io.heyue.store.intake;

import io.heyue.core.base.Rng;
import io.heyue.store.postgres.Database;
import io.heyue.store.vault.Vault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * Measures how fast accounts come in, on a durable embedded server of its own: {@code ImportSpeed
 * FOLDER [ROWS] [SEED]}. It imports the file into empty tables, then again unchanged, then with
 * every tenth sum changed. It is run by hand, since a test must not judge by the clock.
 */
final class ImportSpeed {
  private static final String NAMES = "样例甲乙丙丁戊己庚辛壬癸";

  private ImportSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 7;
    Path first = write(folder.resolve("first.csv"), rows, seed, 0);
    Path second = write(folder.resolve("second.csv"), rows, seed, 10);
    try (Database database = Database.embedded(folder)) {
      Vault vault = Vault.open(folder, database, InstantSource.system());
      Importer importer =
          new Importer(database, vault, HeaderMapping.builtIn(), InstantSource.system());
      measure("new", importer, first, folder, rows);
      measure("unchanged", importer, first, folder, rows);
      measure("every tenth changed", importer, second, folder, rows);
    }
  }

  private static void measure(String what, Importer importer, Path file, Path folder, int rows) {
    System.gc();
    Duration own = cpu(ProcessHandle.current());
    Duration server = serverCpu();
    long start = System.nanoTime();
    ImportReport report =
        importer.run(
            ImportKind.ACCOUNTS, file, ImportOptions.standard(folder.resolve("rejected.csv")));
    double seconds = (System.nanoTime() - start) / 1e9;
    own = cpu(ProcessHandle.current()).minus(own);
    server = serverCpu().minus(server);
    System.out.printf(
        "%-20s %9d rows in %6.1f s: %7.0f rows/s; inserted %d, updated %d, unchanged %d, rejected"
            + " %d; heap %d MiB of at most %d; processor time %d ms ours, %d ms"
            + " PostgreSQL's%n",
        what,
        rows,
        seconds,
        rows / seconds,
        report.inserted(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        own.toMillis(),
        server.toMillis());
  }

  /**
   * On a machine that others use, the processor time tells more than the clock; all servers count.
   */
  private static Duration serverCpu() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("bin/postgres"))
        .map(ImportSpeed::cpu)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Path write(Path file, int rows, long seed, int changed) throws IOException {
    Rng rng = Rng.seeded(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("借据号,客户号,姓名,身份证号,产品,放款日期,本金,余额,逾期金额,到期日,年利率,逾期利率,机构类型,是否上征信,语言,地区,发薪日\n");
      for (int i = 0; i < rows; i++) {
        int principal = 1000 + rng.nextInt(50_000);
        int overdue = 100 + rng.nextInt(900) + (changed > 0 && i % changed == 0 ? 1 : 0);
        LocalDate due = LocalDate.of(2026, 11, 20).minusDays(rng.nextInt(90));
        out.write(
            "L%09d,C%09d,%s%s%s,ZZ%014d,消费贷,%s,%d.00,%d.50,%d.25,%s,24%%,36%%,消费金融,是,中文,广东,%d%n"
                .formatted(
                    i,
                    i,
                    NAMES.charAt(rng.nextInt(NAMES.length())),
                    NAMES.charAt(rng.nextInt(NAMES.length())),
                    NAMES.charAt(rng.nextInt(NAMES.length())),
                    i,
                    due.minusYears(1),
                    principal,
                    principal / 2,
                    overdue,
                    due,
                    1 + rng.nextInt(28)));
      }
    }
    return file;
  }
}
