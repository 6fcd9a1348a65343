package io.heyue.voice.recognise.moonshine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.recognise.Hypothesis;
import io.heyue.voice.recognise.RecogniserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no model but a table of tokens. */
class RankingTest {
  private static final int YES = 300;
  private static final int NO = 301;
  private static final int STOP = 302;
  private static final int NOTES = 303;

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void table() throws IOException {
    List<String> pieces = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
    pieces.addAll(Collections.nCopies(Tokens.COUNT - 3, "▁x"));
    pieces.set(YES, "▁yes");
    pieces.set(NO, "▁No");
    pieces.set(STOP, ".");
    pieces.set(NOTES, "▁你");
    String list = String.join("\n", pieces);
    file =
        Files.writeString(
            folder.resolve(Tokens.FILE),
            "const vocabulary = \""
                + Base64.getEncoder().encodeToString(list.getBytes(StandardCharsets.UTF_8))
                + "\"");
  }

  private static Attempt attempt(double log, boolean looped, Integer... tokens) {
    List<Double> logs = new ArrayList<>(Collections.nCopies(tokens.length, 0.0));
    logs.add(log);
    return new Attempt(List.of(tokens), List.of(), logs, looped);
  }

  private List<String> ranked(List<Attempt> attempts, String... phrases) {
    return Ranking.of(attempts, Tokens.read(file), List.of(phrases)).stream()
        .map(Hypothesis::words)
        .toList();
  }

  @Test
  void theLikeliestIsFirstAndEachSetOfWordsStandsOnce() {
    List<Attempt> attempts =
        List.of(
            attempt(-1.5, false, NO),
            attempt(-0.5, false, YES),
            attempt(-0.7, false, YES, STOP),
            attempt(-0.1, false, NOTES));
    assertThat(ranked(attempts)).containsExactly("yes", "No");
  }

  @Test
  void whatIsExpectedIsPreferredToWhatIsLittleLikelier() {
    List<Attempt> near = List.of(attempt(-0.1, false, YES), attempt(-1.5, false, NO));
    assertThat(ranked(near, "no")).containsExactly("No", "yes");
    assertThat(ranked(near, "perhaps")).containsExactly("yes", "No");
    List<Attempt> far = List.of(attempt(-0.1, false, YES), attempt(-3.2, false, NO, STOP));
    assertThat(ranked(far, "no")).containsExactly("yes", "No");
  }

  @Test
  void whoLoopsOrHeardNoiseIsHardlySure() {
    Tokens tokens = Tokens.read(file);
    assertThat(Ranking.of(List.of(attempt(-0.01, true, YES)), tokens, List.of()).getFirst())
        .matches(each -> each.confidence() <= 0.1);
    assertThat(Ranking.of(List.of(attempt(-0.01, false, YES)), tokens, List.of()).getFirst())
        .matches(each -> each.confidence() > 0.8);
    assertThat(ranked(List.of(attempt(-3.1, false, YES)))).isEmpty();
  }

  @Test
  void tokensAreRead() throws IOException {
    Tokens tokens = Tokens.read(file);
    assertThat(tokens.text(List.of(1, YES, STOP, 3 + 0xc3, 3 + 0xa9, NO, 2))).isEqualTo("yes.é No");
    Files.writeString(file, "const vocabulary = \"PHVuaz4KPHM+\"");
    assertThatThrownBy(() -> Tokens.read(file))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("holds 2 pieces; 32000 are needed")
        .hasMessageContaining("Maybe");
  }
}
