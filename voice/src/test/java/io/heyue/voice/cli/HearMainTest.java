package io.heyue.voice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.moonshine.Moonshine;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HearMainTest {
  private static final ModelFolders MODELS =
      ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home")));

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    return run(Recognisers.with(MODELS), arguments);
  }

  private static Ran run(Recognisers recognisers, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        HearMain.commands(recognisers)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return new Ran(line.execute(arguments), out.toString(), err.toString());
  }

  private Path recorded(String one, String other, Lang lang) throws IOException {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(each -> new File(each, "espeak-ng").canExecute()),
        "espeak-ng is not installed");
    Mouth mouth = new Mouth(new Espeak("espeak-ng", 150), 8_000, 0);
    Sound pause = Sound.silence(8_000, Duration.ofMillis(1_200));
    Path file = folder.resolve("said.wav");
    Wav.write(
        Sound.of(8_000, List.of(pause, mouth.say(one, lang), pause, mouth.say(other, lang), pause)),
        file);
    return file;
  }

  @Test
  void eachUtteranceIsALineWithWhatElseItMayHaveBeen() throws IOException {
    assumeTrue(MODELS.find(Moonshine.ID).isPresent(), "Moonshine is not there");
    Path file = recorded("I lost my job and I can't pay right now", "I don't understand", Lang.EN);
    Ran ran = run(file.toString(), "--grammar", "I don't understand|yes");
    assertThat(ran.err()).isEmpty();
    List<String> lines = ran.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith("{\"utterance\":1,\"from\":")
        .contains("\"words\":\"I lost my job and I can't pay right now\",\"confidence\":0.")
        .contains("\"nbest\":[{\"words\":\"I lost my job", "\"prosody\":{\"pitch\":")
        .endsWith("\"emotion\":{\"prosody\":null,\"voice\":null}}");
    assertThat(lines.get(1)).contains("\"utterance\":2", "\"words\":\"I don't understand\"");
    assertThat(lines.get(2)).contains("\"utterances\":2", "\"recogniser\":\"moonshine-tiny-en\"");
  }

  @Test
  void ofMandarinNothingIsHeardButWhatTheGrammarNames() throws IOException {
    Path file = recorded("明天下午还", "没有钱", Lang.ZH);
    Ran ran = run(file.toString(), "--lang", "zh", "--grammar", "明天下午还|不行|没有钱");
    assumeTrue(ran.err().isEmpty(), "the grammar recogniser is not there");
    // Rightly or not.
    assertThat(ran.out().lines().limit(2))
        .allMatch(line -> line.matches(".*\"words\":\"[^\"]*(明天下午还|不行|没有钱)[^\"]*\".*"));
  }

  @Test
  void withoutARecogniserThereIsWhoSpeaksAndHow() throws IOException {
    Path file = recorded("我这个月工资还没有发下来，下个星期五之前一定还给你们", "好的，那先这样，再见", Lang.ZH);
    Ran ran =
        run(
            (_, _) -> new Recognisers.Choice.Absent("Nobody hears that here."),
            file.toString(),
            "--lang",
            "zh");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("Nobody hears that here.");
    assertThat(ran.out().lines().toList().getFirst())
        .contains("\"from\":", "\"prosody\":{\"pitch\":")
        .doesNotContain("words");
    assertThat(ran.out()).contains("\"recogniser\":null");
    assertThat(ran.out()).contains("\"voice\":{\"calm\":0.").contains("\"hesitant\":0.");
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    assertThat(run(folder.resolve("none.wav").toString()))
        .matches(ran -> ran.code() == 1 && ran.err().contains("none.wav is not there"));
    Path text = Files.writeString(folder.resolve("a.wav"), "no sound at all");
    assertThat(run(text.toString()).err()).contains("a.wav", "no WAV file");
    assertThat(run(text.toString(), "--lang", "xx"))
        .matches(ran -> ran.code() == 2 && ran.err().contains("Maybe zh or en"));
    assertThat(run("MIC", "--seconds", "0").err()).contains("--seconds 0");
  }

  @Test
  void textsAreWrittenAsJson() {
    assertThat(Json.of(List.of("a\"\\\n\u0001", 1, 0.5, Double.NaN, true)))
        .isEqualTo("[\"a\\\"\\\\\\n\\u0001\",1,0.500,null,true]");
  }
}
