package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.law.Kind;
import io.heyue.core.law.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of all rules in {@code data/law/README.md} says what the files say, and leaves out
 * none.
 */
class LawTableTest {
  private static final Path LAW = RealData.folder().resolve("law");
  private static final String OURS = "ours";
  private static final String WARNINGS = "## What only warns, and why";
  private static final Pattern LINK = Pattern.compile("\\[([a-z0-9/.-]+)\\]\\(([a-z0-9/.-]+)\\)");
  private static final Pattern TEST_CLASS = Pattern.compile("`([A-Za-z]+Test)`");

  private final String readme = read(LAW.resolve("README.md"));
  private final List<Line> table = table();
  private final Map<String, LawReader.Ruling> rulings =
      LawBook.rulings(LAW).stream()
          .collect(Collectors.toMap(ruling -> ruling.rule().id().toString(), Function.identity()));

  /** One line of the table. */
  private record Line(
      String row,
      String rule,
      String confidence,
      String kind,
      String form,
      String file,
      String tests) {}

  @Test
  void everyRowOfTheLawHasARule() {
    Set<String> rows =
        table.stream()
            .map(Line::row)
            .filter(row -> !row.equals(OURS))
            .collect(Collectors.toCollection(TreeSet::new));
    Matcher gathered = Pattern.compile("gathered into (\\d+) rows").matcher(readme);
    assertThat(gathered.find()).isTrue();
    assertThat(rows).hasSize(Integer.parseInt(gathered.group(1)));
    for (String row : rows) {
      assertThat(table).as(row).anyMatch(line -> line.row().equals(row) && !line.file().isEmpty());
    }
  }

  @Test
  void aRuleNamesItsRowFirst() {
    for (Line line : table) {
      String id = line.rule().substring(0, line.rule().indexOf('@'));
      if (!line.row().equals(OURS)) {
        assertThat(id.equals(line.row()) || id.startsWith(line.row() + "-"))
            .as(line.rule())
            .isTrue();
      }
    }
  }

  @Test
  void theTableHasEveryFileOnceAndNoOther() {
    assertThat(table).extracting(Line::rule).doesNotHaveDuplicates();
    assertThat(table.stream().map(Line::rule).collect(Collectors.toSet()))
        .isEqualTo(rulings.keySet());
  }

  @Test
  void theTableSaysWhatTheFilesSay() {
    for (Line line : table) {
      LawReader.Ruling ruling = ruling(line);
      assertThat("data/law/" + line.file()).as(line.rule()).isEqualTo(ruling.file());
      assertThat(line.confidence()).as(line.rule()).isEqualTo(ruling.rule().confidence().name());
      assertThat(line.kind()).as(line.rule()).isEqualTo(word(ruling.rule().kind()));
      assertThat(line.form()).as(line.rule()).isEqualTo(form(ruling.rule()));
    }
  }

  @Test
  void aFileIsNamedAfterItsRule() {
    for (LawReader.Ruling ruling : rulings.values()) {
      var id = ruling.rule().id();
      String name =
          id.id().toLowerCase(Locale.ROOT)
              + (id.version() == 1 ? "" : "-v" + id.version())
              + ".yaml";
      String folder = ruling.rule().place().substring(0, 2).toLowerCase(Locale.ROOT);
      assertThat(ruling.file()).isEqualTo("data/law/" + folder + "/" + name);
    }
  }

  @Test
  void everyRuleHasItsTests() throws IOException {
    Map<String, String> classes = testClasses();
    for (Line line : table) {
      List<Example> examples = ruling(line).examples();
      assertThat(line.tests()).as(line.rule()).startsWith("examples");
      assertThat(examples).as(line.rule()).anyMatch(Example::permitted);
      assertThat(examples).as(line.rule()).anyMatch(example -> !example.permitted());
      Matcher named = TEST_CLASS.matcher(line.tests());
      while (named.find()) {
        String id = line.rule().substring(0, line.rule().indexOf('@'));
        assertThat(classes.get(named.group(1))).as(named.group(1)).isNotNull().contains(id);
      }
    }
  }

  @Test
  void everyWarningHasAReason() {
    Map<String, String> reasons = new LinkedHashMap<>();
    section(WARNINGS).forEach(cells -> reasons.put(cells.getFirst(), cells.getLast()));
    Set<String> warnings =
        rulings.values().stream()
            .map(LawReader.Ruling::rule)
            .filter(rule -> rule.kind() == Kind.WARN)
            .map(rule -> rule.id().toString())
            .collect(Collectors.toSet());

    assertThat(reasons.keySet()).isEqualTo(warnings);
    assertThat(reasons.values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(10));
  }

  private LawReader.Ruling ruling(Line line) {
    return Optional.ofNullable(rulings.get(line.rule()))
        .orElseThrow(() -> new AssertionError(line.rule()));
  }

  private List<Line> table() {
    return section("## What must be here").stream()
        .map(cells -> {
          Matcher link = LINK.matcher(cells.get(6));
          boolean linked = link.matches() && link.group(1).equals(link.group(2));
          return new Line(
              cells.get(0),
              cells.get(1),
              cells.get(3),
              cells.get(4),
              cells.get(5),
              linked ? link.group(1) : "",
              cells.get(7));
        })
        .toList();
  }

  /** The cells of the tables between a heading and the next of its rank, their heads apart. */
  private List<List<String>> section(String heading) {
    int from = readme.indexOf("\n" + heading + "\n");
    assertThat(from).as(heading).isNotNegative();
    int to = readme.indexOf("\n## ", from + 1);
    return readme
        .substring(from, to)
        .lines()
        .filter(line ->
            line.startsWith("| ") && !line.startsWith("| row ") && !line.startsWith("| rule "))
        .map(line ->
            Arrays.stream(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1))
                .map(String::strip)
                .toList())
        .toList();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The word by which files name the form of a rule. */
  private static String form(Rule rule) {
    return rule.form()
        .getClass()
        .getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** What each test class of the house says, by its name. */
  private static Map<String, String> testClasses() throws IOException {
    Path root = RealData.folder().resolve("..").normalize();
    Map<String, String> classes = new LinkedHashMap<>();
    for (String module : List.of("core", "brain", "store", "app", "sim")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/test/java"))) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(file ->
                classes.put(file.getFileName().toString().replace(".java", ""), read(file)));
      }
    }
    return classes;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
