package io.heyue.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole conversations with the kernel, the data and the models of the running system. */
final class RehearsalTest {
  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(Stage.root());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /** What went wrong is written down to be read; the figure is the one that is asked for. */
  @Test
  void peopleAreUnderstoodAndNothingUnlawfulIsSaid() throws IOException {
    Thousand.Counted counted = Thousand.play(stage, 120, 7);
    Path report = Path.of("target", "rehearsal.txt");
    Files.createDirectories(report.getParent());
    Files.writeString(report, Reports.text(counted));
    assertThat(counted.unlawful()).as("unlawful, see sim/" + report).isZero();
    assertThat(counted.unheard()).as("rights unheard, see sim/" + report).isLessThanOrEqualTo(2);
    assertThat(counted.completion()).as("completed, see sim/" + report).isGreaterThanOrEqualTo(0.8);
  }

  /**
   * What goes wrong on a bad line is counted by {@code rehearse --noise}; here only that it plays.
   */
  @Test
  void aBadLineIsHeardDifferently() {
    Hearing hearing = Hearing.over(Stage.root().resolve("data"), 0.1);
    List<String> bad = hashes(Thousand.play(stage, 8, 21, hearing));
    assertThat(bad).isEqualTo(hashes(Thousand.play(stage, 8, 21, hearing)));
    assertThat(bad).isNotEqualTo(hashes(Thousand.play(stage, 8, 21)));
  }

  @Test
  void theSameSeedGivesTheSameConversations() {
    List<String> first = hashes(Thousand.play(stage, 8, 21));
    assertThat(hashes(Thousand.play(stage, 8, 21))).isEqualTo(first);
    assertThat(hashes(Thousand.play(stage, 8, 22))).isNotEqualTo(first);
  }

  @Test
  void aScriptIsPlayedToItsEnd(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("script.json"),
            """
            {"account":{"overdue":"3280.50"},"now":"2026-11-23T10:00:00+08:00",
             "lines":["对，是我本人","尾号{{verify}}","我12月3号还清","对的","没有了"]}
            """);
    Parley parley = ScriptPlay.play(stage, ScriptReader.read(file), 7);
    String json = ConversationJson.text(parley);
    assertThat(json)
        .contains("\"disposition\" : \"promise\"")
        .contains("\"amount\" : \"3280.50\"")
        .contains("\"date\" : \"2026-12-03\"");
  }

  private static List<String> hashes(Thousand.Counted counted) {
    return counted.played().stream()
        .filter(one -> !one.steps().isEmpty())
        .map(one -> one.steps().getLast().hash().hex())
        .toList();
  }
}
