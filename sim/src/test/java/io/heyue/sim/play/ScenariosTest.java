package io.heyue.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations as people have them, each with its right outcome, filed by what people do. Where
 * two outcomes would be right, both stand there with a bar between them.
 */
class ScenariosTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Path FOLDER =
      Path.of(System.getProperty("heyue.root", "."), "sim/src/test/resources/scenarios");

  private static @Nullable Stage stage;

  @TempDir static @Nullable Path folder;

  @BeforeAll
  static void open() {
    stage = Stage.open(Stage.root());
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @TestFactory
  List<DynamicTest> everyConversationEndsAsItShould() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode scenario : JSON.readTree(file.toFile())) {
          String name = file.getFileName() + ": " + scenario.get("name").asString();
          tests.add(DynamicTest.dynamicTest(name, () -> plays(scenario)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(250);
    return tests;
  }

  private static void plays(JsonNode scenario) throws IOException {
    Stage open = java.util.Objects.requireNonNull(stage);
    Path file = Files.createTempFile(java.util.Objects.requireNonNull(folder), "script", ".json");
    Files.writeString(file, scenario.get("script").toString());
    Parley parley = ScriptPlay.play(open, ScriptReader.read(file), 7);
    JsonNode outcome = JSON.valueToTree(Outcome.of(parley.state()));
    for (var expected : scenario.get("expect").properties()) {
      assertThat(text(outcome.get(expected.getKey())))
          .as("%s of %n%s", expected.getKey(), words(parley))
          .isIn((Object[]) expected.getValue().asString().split("\\|"));
    }
  }

  private static String words(Parley parley) {
    StringBuilder words = new StringBuilder();
    for (Step step : parley.steps()) {
      words.append("< ").append(step.event().words()).append('\n');
      words.append("> ").append(step.said()).append('\n');
    }
    return words.toString();
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || value.isNull() ? null : value.asString();
  }
}
