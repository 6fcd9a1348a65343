package io.heyue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bans what reviews kept catching. */
class TidyTest {
  private static final Path ROOT = Path.of(System.getProperty("heyue.root"));

  private static final Map<String, Pattern> BANNED_IN_THE_KERNEL =
      Map.of(
          "a clock from the air",
          Pattern.compile(
              "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|Clock)\\.(now|system\\w*)\\("),
          "the system's time",
          Pattern.compile("System\\.(currentTimeMillis|nanoTime)\\("),
          "chance from the air",
          Pattern.compile("new Random\\(|Math\\.random\\(|UUID\\.randomUUID\\(|ThreadLocalRandom"),
          "a sleep",
          Pattern.compile("Thread\\.sleep"),
          "a log",
          Pattern.compile("System\\.(out|err)|java\\.util\\.logging|org\\.slf4j"),
          "a file or a socket",
          Pattern.compile("import java\\.(io|nio\\.file|net)\\."));

  private static final Map<String, Pattern> BANNED_EVERYWHERE =
      Map.of(
          "a stack trace on the console", Pattern.compile("printStackTrace\\("),
          "a task without an owner", Pattern.compile("//\\s*(TODO|FIXME)(?!\\(\\w+\\))"),
          "an assertion that can't fail",
              Pattern.compile("assertTrue\\(true\\)|assertThat\\(true\\)"),
          "a test that never runs", Pattern.compile("@Disabled\\b"),
          "a forbidden name",
              Pattern.compile(
                  "\\b(class|record|interface|enum) \\w+(Manager|Helper|Util|Utils|Impl)\\b"));

  private static final int MOST_LINES = 400;

  @Test
  void theKernelIsPure() {
    assertThat(found(sources("core/src/main"), BANNED_IN_THE_KERNEL)).isEmpty();
  }

  @Test
  void nothingBannedStandsAnywhere() {
    List<String> found = new ArrayList<>();
    for (String module : List.of("core", "brain", "store", "app", "sim", "bench")) {
      List<Path> files =
          sources(module + "/src").stream()
              .filter(file -> !file.endsWith("TidyTest.java"))
              .toList();
      found.addAll(found(files, BANNED_EVERYWHERE));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void testsDoNotSleep() {
    List<String> found = new ArrayList<>();
    for (String module : List.of("core", "brain", "store", "app", "sim", "bench")) {
      List<Path> files =
          sources(module + "/src/test").stream()
              .filter(file -> !file.endsWith("TidyTest.java"))
              .toList();
      found.addAll(found(files, Map.of("a sleep", Pattern.compile("Thread\\.sleep\\("))));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void filesAreShort() {
    List<String> tooLong = new ArrayList<>();
    int seen = 0;
    for (String module : List.of("core", "brain", "store", "app", "sim", "bench")) {
      for (Path file : sources(module + "/src/main")) {
        seen++;
        long lines = read(file).lines().count();
        if (lines > MOST_LINES) {
          tooLong.add(ROOT.relativize(file) + " has " + lines + " lines");
        }
      }
    }
    assertThat(tooLong).isEmpty();
    assertThat(seen).isGreaterThan(150);
  }

  private static List<String> found(List<Path> files, Map<String, Pattern> banned) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String text = read(file);
      banned.forEach((what, pattern) -> {
        if (pattern.matcher(text).find()) {
          found.add(ROOT.relativize(file) + " holds " + what);
        }
      });
    }
    return found;
  }

  private static List<Path> sources(String folder) {
    Path start = ROOT.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
