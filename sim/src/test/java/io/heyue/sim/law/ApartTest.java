package io.heyue.sim.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What judges and what checks the judgment share no code; else they would share their faults. */
class ApartTest {
  private static final Path LAW =
      Path.of(System.getProperty("heyue.root", "."), "sim/src/main/java/io/heyue/sim/law");

  private static final Pattern THE_LAW =
      Pattern.compile("io\\.heyue\\.(core\\.(law|compliance|turn)|brain|store|app)\\b");

  private static final Pattern THE_HOUSE = Pattern.compile("io\\.heyue\\.sim\\.law\\.house");

  @Test
  void theCheckersKnowTheLawByThemselves() throws IOException {
    List<String> found = new ArrayList<>();
    found.addAll(holding(LAW, 1, THE_LAW));
    for (String folder : List.of("world", "check")) {
      found.addAll(holding(LAW.resolve(folder), 9, THE_LAW));
      found.addAll(holding(LAW.resolve(folder), 9, THE_HOUSE));
    }
    assertThat(found).isEmpty();
    assertThat(holding(LAW.resolve("house"), 9, THE_LAW)).hasSizeGreaterThan(2);
  }

  private static List<String> holding(Path folder, int depth, Pattern pattern) throws IOException {
    List<String> holding = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(folder, depth)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        seen++;
        if (pattern.matcher(Files.readString(file)).find()) {
          holding.add(LAW.relativize(file).toString());
        }
      }
    }
    assertThat(seen).as(folder.toString()).isGreaterThan(3);
    return holding;
  }
}
