package io.heyue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.Checkout;
import io.heyue.app.models.Hearing;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Registry;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Heard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Versions of the model that the build made, promoted and taken back by the command line. */
@Timeout(120)
class ModelsCommandTest {
  /** Metadata "n" of an ONNX file with an empty value: another file, the same model. */
  private static final byte[] NOTE = {0x72, 0x03, 0x0a, 0x01, 'n'};

  private final Checkout checkout = Checkout.find();

  @TempDir private Path home = Path.of("");
  private String version = "";

  private record Ran(int code, String out, String err) {}

  private static synchronized Ran run(Path home, String... arguments) {
    StringWriter err = new StringWriter();
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = CommandLineDoor.line(Map.of("HEYUE_HOME", home.toString()));
      line.setErr(new PrintWriter(err));
      return new Ran(line.execute(arguments), out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  /** Models may be trained before the installation was ever started. */
  @BeforeEach
  void train() throws IOException {
    version = add('n');
  }

  /** One more version, told from the others by its note. */
  private String add(char note) throws IOException {
    byte[] built = Files.readAllBytes(Skill.SPEECH.model(checkout.heads(), Lang.ZH));
    byte[] other = Arrays.copyOf(built, built.length + NOTE.length);
    System.arraycopy(NOTE, 0, other, built.length, NOTE.length);
    other[other.length - 1] = (byte) note;
    Adapter adapter = Adapter.read(Skill.SPEECH.adapter(checkout.data(), Lang.ZH));
    return Registry.in(home).add(Skill.SPEECH, Lang.ZH, adapter, other);
  }

  private void damage(String which) throws IOException {
    Path folder = Registry.in(home).of(Skill.SPEECH, Lang.ZH, which);
    Files.write(Skill.SPEECH.model(folder, Lang.ZH), new byte[] {1, 2, 3});
  }

  private String model() {
    try (ModelListener listener = Hearing.of(checkout, home).used()) {
      return listener
          .understand(
              new Heard(
                  "我下周五还",
                  Optional.of(Lang.ZH),
                  Optional.empty(),
                  ZonedDateTime.parse("2026-03-02T10:00:00+08:00[Asia/Shanghai]"),
                  Money.CNY))
          .provenance()
          .model();
    }
  }

  @Test
  void aVersionIsPromotedAndTakenBack() {
    assertThat(run(home, "models", "list").out())
        .contains("speech-zh: what the build made is used", version)
        .contains("speech-en: what the build made is used");
    String built = model();
    assertThat(run(home, "models", "promote", version).code()).isZero();
    assertThat(model()).isEqualTo("speech@" + version).isNotEqualTo(built);
    assertThat(run(home, "models", "list", "--format", "json").out())
        .contains("\"promoted\":[\"" + version + "\"]");
    assertThat(run(home, "models", "rollback").out()).contains("What the build made");
    assertThat(model()).isEqualTo(built);
    Ran none = run(home, "models", "rollback");
    assertThat(none.code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    assertThat(none.err()).contains("No version was promoted");
  }

  @Test
  void whatCantBeUsedIsNotGoneBackTo() throws IOException {
    String second = add('o');
    String third = add('p');
    Registry registry = Registry.in(home);
    registry.promote(Skill.SPEECH, Lang.ZH, version);
    registry.promote(Skill.SPEECH, Lang.ZH, second);
    Registry.Standing before = registry.promote(Skill.SPEECH, Lang.ZH, third);
    damage(second);
    Ran ran = run(home, "models", "rollback");
    assertThat(ran.code()).isEqualTo(CommandLineDoor.FAILED);
    assertThat(ran.err())
        .contains(second + " can't be used", "Nothing was changed", "promote " + version);
    assertThat(registry.standing(Skill.SPEECH, Lang.ZH)).isEqualTo(before);
    damage(version);
    assertThat(run(home, "models", "rollback").err())
        .contains("Maybe delete " + registry.of(Skill.SPEECH, Lang.ZH, second));
    assertThat(registry.standing(Skill.SPEECH, Lang.ZH)).isEqualTo(before);
  }

  @Test
  void whatIsUsedReadsInNoShadowAndNoVersionInAnotherLanguage() {
    Ran other = run(home, "models", "shadow", version, "--lang", "en");
    assertThat(other.code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    assertThat(other.err()).contains("speech-zh", "en");
    assertThat(run(home, "models", "shadow", "--off", "--lang", "zh").out()).contains("speech-zh");
    assertThat(run(home, "models", "promote", version).code()).isZero();
    Ran same = run(home, "models", "shadow", version);
    assertThat(same.code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    assertThat(same.err()).contains(version + " is the one that is used");
  }

  @Test
  void whatReadsInTheShadowIsSaid() {
    assertThat(run(home, "models", "shadow", version).code()).isZero();
    Hearing hearing = Hearing.of(checkout, home);
    assertThat(hearing.beside().orElseThrow().versions().keySet()).isEqualTo(Set.of(Lang.ZH));
    assertThat(run(home, "models", "list").out()).contains(version + "  shadow");
    assertThat(run(home, "models", "shadow", "--off").code()).isZero();
    assertThat(hearing.beside()).isEmpty();
    assertThat(run(home, "models", "shadow").code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
  }

  @Test
  void whatIsDamagedIsNotPromoted() throws IOException {
    damage(version);
    Ran ran = run(home, "models", "promote", version);
    assertThat(ran.code()).isEqualTo(CommandLineDoor.FAILED);
    assertThat(ran.err()).contains(version + " can't be used");
    assertThat(run(home, "models", "list").out()).contains("what the build made is used");
    assertThat(run(home, "models", "promote", "0123").err()).contains("'0123'");
  }

  @Test
  void aVersionTellsItsProvenanceAndDriftThatThereIsTooLittle() {
    assertThat(run(home, "models", "show", version).out())
        .contains("speech-zh " + version, "base: ", "macro-F1 of intent: ")
        .contains("It has read nothing in the shadow.");
    Ran drift = run(home, "models", "drift");
    assertThat(drift.code()).isZero();
    assertThat(drift.out()).contains("zh: too little to say", "en: too little to say");
    assertThat(run(home, "models", "drift", "--reference", "soon").err()).contains("soon");
    assertThat(run(home, "models", "drift", "--reference", "2999-01-01").err())
        .contains("2999-01-01", "future");
  }
}
