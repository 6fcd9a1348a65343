package io.heyue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.store.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That everything can be measured. How fast it is, a test can't tell. */
class BenchMainTest {
  @Test
  void everyBenchmarkReportsAFigure() throws Exception {
    Path scratch = Path.of(System.getProperty("heyue.root"), "bench/target/scratch");
    List<Path> before = folders(scratch);
    StringWriter out = new StringWriter();
    int status =
        BenchMain.commands(Scale.tiny())
            .setOut(new PrintWriter(out))
            .execute("all", "--short", "--json", "--seed", "11");
    assertThat(status).isZero();
    Report report = Json.of().read(out.toString(), Report.class);
    assertThat(report.seed()).isEqualTo(11);
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Report.Line line : report.figures()) {
      assertThat(line.value()).as(line.what()).isPositive().isFinite();
      assertThat(line.n()).as(line.what()).isPositive();
      assertThat(line.baselineValue()).as(line.what()).isPositive();
      counts.merge(line.benchmark(), 1, Integer::sum);
    }
    assertThat(counts)
        .containsOnlyKeys(
            "turns", "permits", "law", "planning", "import", "understanding", "strings", "words");
    assertThat(folders(scratch)).as("a run that was killed may have left one").isEqualTo(before);
  }

  private static List<Path> folders(Path scratch) throws IOException {
    if (Files.notExists(scratch)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(scratch)) {
      return folders.sorted().toList();
    }
  }

  @Test
  void anUnknownBenchmarkIsNamed() {
    StringWriter err = new StringWriter();
    int status = BenchMain.commands(Scale.tiny()).setErr(new PrintWriter(err)).execute("trains");
    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).contains("'trains'").contains("understanding");
  }
}
