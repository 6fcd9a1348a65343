package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.brain.encoder.SpeechSchooling;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Registry;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains one layer on a small lexicon, then on labels as well, with the real engine. */
class CandidatesTest {
  private static final long SEED = 7;
  private static final Recipe RECIPE = new Recipe(1, 4, 4, 8, 3e-3f, 0.05f, 32);

  @TempDir private Path folder = Path.of("");
  private Path data = Path.of("");
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @BeforeAll
  static void quiet() {
    TrainMain.quiet();
  }

  @BeforeEach
  void write() throws IOException {
    data = folder.resolve("data");
    Path intents = Files.createDirectories(data.resolve("lexicon/zh/intents"));
    Path real = Path.of(System.getProperty("heyue.root", "..")).toAbsolutePath().resolve("data");
    for (String name : List.of("noise", "words")) {
      Files.createSymbolicLink(data.resolve(name), real.resolve(name));
    }
    Files.writeString(
        intents.resolve("all.yaml"),
        """
        - {id: affirm, examples: [对, 是的, 没错, 嗯对]}
        - {id: deny, examples: [不是, 没有, 不对, 不]}
        - {id: request_human, examples: [转人工, 找个人来讲]}
        """);
    Files.writeString(
        data.resolve("lexicon/zh/test.yaml"),
        """
        - {text: 对对对, is: affirm}
        - {text: 没这回事, is: deny}
        - {text: 叫个活人来, is: request_human}
        """);
  }

  private Optional<String> train(String... labels) throws IOException {
    return train(false, labels);
  }

  private Optional<String> train(boolean onward, String... labels) throws IOException {
    Path file = Files.write(folder.resolve("labels.jsonl"), List.of(labels));
    return new Candidates(data, registry(), out)
        .train(file, Lang.ZH, Rudeness.none(), RECIPE, onward, new Training(out, SEED), SEED);
  }

  private Registry registry() {
    return Registry.in(folder.resolve("home"));
  }

  private static String label(String text, String is) {
    return "{\"lang\":\"zh\",\"text\":\"" + text + "\",\"is\":\"" + is + "\"}";
  }

  /** What the build uses: the same lexicon without labels. */
  private void built() throws IOException {
    Curriculum curriculum =
        SpeechCurriculum.of(
            SpeechSchooling.read(data, Lang.ZH), data, Lang.ZH, Rudeness.none(), SEED);
    var _ =
        new Training(out, SEED)
            .run(
                curriculum,
                RECIPE,
                Optional.empty(),
                Skill.SPEECH.adapter(data, Lang.ZH),
                folder.resolve("out"));
  }

  @Test
  void whatGoesOnTellsFromWhat() throws IOException {
    built();
    String version = train(true, label("我要跟真人讲", "request_human")).orElseThrow();
    Adapter adapter =
        Adapter.read(
            Skill.SPEECH.adapterIn(registry().of(Skill.SPEECH, Lang.ZH, version), Lang.ZH));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(adapter.provenance().get("goes on from") + " (built)");
  }

  @Test
  void whatIsLearnedFromLabelsIsComparedAndKeptBeside() throws IOException {
    built();
    byte[] before = Files.readAllBytes(Skill.SPEECH.adapter(data, Lang.ZH));
    String version =
        train(
                label("让个真人跟我说话", "request_human"),
                label("我要跟真人讲", "request_human"),
                label("对对对", "affirm"))
            .orElseThrow();
    Path kept = registry().of(Skill.SPEECH, Lang.ZH, version);
    Adapter adapter = Adapter.read(Skill.SPEECH.adapterIn(kept, Lang.ZH));
    assertThat(adapter.provenance().get("labels")).startsWith("2 of ");
    try (Encoder encoder = Encoder.open(Skill.SPEECH, Lang.ZH, kept)) {
      assertThat(encoder.hash()).startsWith(version);
    }
    assertThat(kept.resolve("comparison.json")).content().contains(version, "(built)", "macroF1");
    assertThat(kept.resolve("speech-zh.html")).content().contains("Beside the model that is used");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("2 labels are learned from", "1 are in the sets", "examined on the same 3");
    assertThat(Files.readAllBytes(Skill.SPEECH.adapter(data, Lang.ZH))).isEqualTo(before);
    assertThat(registry().standing(Skill.SPEECH, Lang.ZH).used()).isEmpty();

    registry().promote(Skill.SPEECH, Lang.ZH, version);
    String next = train(label("换你们领导来说", "request_human")).orElseThrow();
    Path other = registry().of(Skill.SPEECH, Lang.ZH, next);
    assertThat(other.resolve("comparison.json")).content().contains("\"used\" : \"" + version);
  }

  @Test
  void whereNothingIsNewNothingIsTrained() throws IOException {
    assertThat(train(label("转人工", "request_human"), label("转人工。", "deny"))).isEmpty();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("0 labels are learned from; 1 repeat what is known, 1 contradict");
    assertThat(registry().list(Skill.SPEECH, Lang.ZH)).isEmpty();
  }
}
