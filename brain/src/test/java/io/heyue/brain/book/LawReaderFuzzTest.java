package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heyue.core.law.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stands in a file of rules, it is read or its flaws are named; nothing else ever comes of
 * it. In the usual test Jazzer runs the seeds that lie beside it; with {@code JAZZER_FUZZ=1} it
 * looks for more, guided by what it covers: {@code JAZZER_FUZZ=1 ./heyue test brain
 * LawReaderFuzzTest}. {@code -Dheyue.fuzz.files=N} damages more files.
 */
class LawReaderFuzzTest {
  private static final long SEED = Long.getLong("heyue.fuzz.seed", 20261126);
  private static final int FILES = Integer.getInteger("heyue.fuzz.files", 2_000);

  @FuzzTest(maxDuration = "5m")
  void anyBytesAreReadOrFound(byte[] bytes) {
    var _ = flaws(bytes);
  }

  private static List<String> flaws(byte[] bytes) {
    Flaws flaws = new Flaws();
    LawReader reader = new LawReader(new Places(Map.of(), Map.of()));
    reader.read(Source.of("x.yaml", bytes, flaws));
    try {
      flaws.check();
      return List.of();
    } catch (BookFault fault) {
      return fault.flaws().stream().map(Flaw::toString).toList();
    }
  }

  private static List<String> flaws(String text) {
    return flaws(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A failure prints the text. */
  @Test
  void damagedRulesAreReadOrFound() {
    List<String> whole = rules();
    assertThat(whole).hasSizeGreaterThan(40).allSatisfy(text -> assertThat(flaws(text)).isEmpty());
    RandomGenerator chance = new SplittableRandom(SEED);
    int flawed = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = damaged(whole, chance);
      try {
        flawed += flaws(bytes).isEmpty() ? 0 : 1;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(
            "Seed %d, file %d:%n%s".formatted(SEED, i, new String(bytes, StandardCharsets.UTF_8)),
            e);
      }
    }
    assertThat(flawed).isBetween(FILES / 2, FILES - 1);
  }

  private static byte[] damaged(List<String> whole, RandomGenerator chance) {
    String text = whole.get(chance.nextInt(whole.size()));
    for (int hits = 1 + chance.nextInt(3); hits > 0; hits--) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      int line = chance.nextInt(lines.size());
      switch (chance.nextInt(6)) {
        case 0 -> lines.remove(line);
        case 1 -> lines.add(line, lines.get(chance.nextInt(lines.size())));
        case 2 -> {
          List<String> other = whole.get(chance.nextInt(whole.size())).lines().toList();
          lines.set(line, other.get(chance.nextInt(other.size())));
        }
        case 3 -> lines.set(line, swapped(lines.get(line), chance));
        case 4 -> lines.set(line, " ".repeat(chance.nextInt(4)) + lines.get(line).strip());
        default -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
          lines = new ArrayList<>(new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
        }
      }
      text = String.join("\n", lines.isEmpty() ? List.of("x") : lines);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A value becomes one that is odd in itself. */
  private static String swapped(String line, RandomGenerator chance) {
    List<String> odd =
        List.of(
            "null",
            "-1",
            "0",
            "99999999999999999999",
            "1e999999999",
            ".nan",
            "\"\"",
            "[]",
            "{}",
            "2026-02-30",
            "+999999999-12-31",
            "P999999999D",
            "PT-1S",
            "\"25:00\"",
            "&a [*a]",
            "*a",
            "!!java.net.URL x",
            "\"(\"",
            "|",
            "yes",
            "[a, [b, [c]]]",
            "{a: {b: c}}",
            "\u0000");
    String value = odd.get(chance.nextInt(odd.size()));
    int colon = line.indexOf(": ", chance.nextInt(Math.max(1, line.length())));
    return colon < 0 ? line + " " + value : line.substring(0, colon) + ": " + value;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 100_000})
  void whatLiesInItselfManyTimesIsFound(int depth) {
    assertThat(flaws("id: " + "[".repeat(depth))).isNotEmpty();
    assertThat(flaws("id: " + "[".repeat(depth) + "]".repeat(depth))).isNotEmpty();
    assertThat(flaws("{a: ".repeat(depth))).isNotEmpty();
    assertThat(flaws("- ".repeat(depth) + "x")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&a [*a]",
        "&a {forbidden: *a}",
        "forbidden: &a [*a]\npermitted: *a",
        "applies: &a {channels: [*a]}",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"
      })
  void whatStandsForItselfIsFound(String text) {
    assertThat(flaws(text)).isNotEmpty();
  }

  private static List<String> rules() {
    Path law = Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data", "law");
    try (Stream<Path> files = Files.walk(law, 2)) {
      List<String> texts = new ArrayList<>();
      for (Path file :
          files
              .filter(each -> each.toString().endsWith(".yaml"))
              .filter(each -> !each.endsWith("places.yaml"))
              .sorted()
              .toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
