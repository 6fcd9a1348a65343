package io.heyue.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.dialogue.Team;
import io.heyue.core.turn.Handover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the lender's tables decide is what happens in a conversation; a changed cell is felt. */
class StrategyTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROOF = "{{verify}}";

  /** Payment difficulty, heard with more than 0.85. */
  private static final String SURELY = "真拿不出来";

  @TempDir private Path folder;

  @Test
  void difficultyThatWasHeardBeforeComesToTheNegotiators() throws IOException {
    assertThat(handover("routing.dmn", "", "", "我是", PROOF, SURELY, "转人工"))
        .map(Handover::team)
        .contains(Team.NEGOTIATION);
    assertThat(handover("routing.dmn", "", "", "我是", PROOF, "转人工"))
        .map(Handover::team)
        .contains(Team.SERVICE);
    assertThat(
            handover(
                "routing.dmn", "\"negotiation\"", "\"supervisor\"", "我是", PROOF, SURELY, "转人工"))
        .map(Handover::team)
        .contains(Team.SUPERVISOR);
  }

  @Test
  void negotiatorsTakeOverWhenNothingOfOursFitsOrAtOnceIfTheLenderSaysSo() throws IOException {
    String[] lines = {"我是", PROOF, SURELY, SURELY, SURELY, SURELY};
    Parley usual = play("routing.dmn", "", "", lines);

    assertThat(rows(usual)).contains("difficulty_to_negotiation");
    assertThat(usual.steps()).hasSize(1 + lines.length);
    assertThat(usual.steps().getLast().said()).contains("专门的同事");
    assertThat(last(usual)).map(Handover::team).contains(Team.NEGOTIATION);

    Parley atOnce = play("routing.dmn", "nothing_left", "at_once", lines);
    assertThat(atOnce.steps()).hasSize(1 + 3);
    assertThat(atOnce.steps().getLast().said()).contains("专门的同事");
    assertThat(last(atOnce)).map(Handover::team).contains(Team.NEGOTIATION);
  }

  @Test
  void abuseGoesToASupervisorAndToNobodyIfTheLenderSaysSo() throws IOException {
    String[] lines = {"我是", PROOF, "你们这帮狗东西，滚"};
    Parley usual = play("routing.dmn", "", "", lines);

    assertThat(rows(usual)).contains("abuse_to_supervisor");
    assertThat(usual.steps().getLast().said()).contains("主管");
    assertThat(last(usual)).map(Handover::team).contains(Team.SUPERVISOR);
    assertThat(last(play("routing.dmn", "\"supervisor\"", "\"go_on\"", lines))).isEmpty();
    assertThat(last(play("routing.dmn", "\"supervisor\"", "\"service\"", lines)))
        .map(Handover::team)
        .contains(Team.SERVICE);
  }

  @Test
  void distressIsNeverTheLendersToRoute() throws IOException {
    Parley parley = play("routing.dmn", "\"cannot_pay\", \"vulnerability\"", "-", "我是", "我不想活了");

    assertThat(last(parley)).map(Handover::team).contains(Team.SUPERVISOR);
  }

  @Test
  void theAnxiousAreOfferedTimeFirstAndTheCalmAPlan() throws IOException {
    assertThat(play("offers.dmn", "", "", "我是", PROOF, "我好害怕，急得睡不着，我还不上").state().asked())
        .contains("offer_extension");
    assertThat(play("offers.dmn", "", "", "我是", PROOF, "我还不上").state().asked())
        .contains("offer_plan")
        .doesNotContain("offer_extension");
  }

  private Optional<Handover> handover(String table, String old, String by, String... lines)
      throws IOException {
    return last(play(table, old, by, lines));
  }

  private static Optional<Handover> last(Parley parley) {
    return parley.steps().getLast().turn().handover();
  }

  private static List<String> rows(Parley parley) {
    return parley.steps().getLast().turn().record().rows();
  }

  /** Plays {@code lines} with one cell of {@code table} changed. */
  private Parley play(String table, String old, String by, String... lines) throws IOException {
    Path script = Files.createTempFile(folder, "script", ".json");
    Files.writeString(
        script,
        JSON.writeValueAsString(
            java.util.Map.of(
                "lang",
                "zh",
                "account",
                java.util.Map.of("daysPastDue", 18),
                "lines",
                List.of(lines))));
    try (Stage stage = Stage.open(root(table, old, by))) {
      return ScriptPlay.play(stage, ScriptReader.read(script), 7);
    }
  }

  /** A checkout like ours but for one cell of one table. */
  private Path root(String table, String old, String by) throws IOException {
    Path root = Files.createTempDirectory(folder, "root");
    Files.createDirectories(root.resolve("brain/target"));
    Files.createSymbolicLink(
        root.resolve("brain/target/heads"), ours("brain/target/heads").toAbsolutePath());
    Path data = root.resolve("data");
    Files.createDirectories(data.resolve("strategy"));
    try (Stream<Path> parts = Files.list(ours("data"))) {
      for (Path part : parts.filter(part -> !part.endsWith("strategy")).toList()) {
        Files.createSymbolicLink(data.resolve(part.getFileName()), part.toAbsolutePath());
      }
    }
    try (Stream<Path> tables = Files.list(ours("data/strategy"))) {
      for (Path file : tables.toList()) {
        String text = Files.readString(file);
        boolean changed = file.endsWith(table);
        assertThat(text.contains(old) || !changed).as(old).isTrue();
        Files.writeString(
            data.resolve("strategy").resolve(file.getFileName()),
            changed && !old.isEmpty() ? text.replace(old, by) : text);
      }
    }
    return root;
  }

  private static Path ours(String name) {
    return Stage.root().resolve(name).normalize();
  }
}
