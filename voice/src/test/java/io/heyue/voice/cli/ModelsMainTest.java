package io.heyue.voice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.models.ModelFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsMainTest {
  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        ModelsMain.commands(ModelFolders.of(Map.of("HEYUE_HOME", folder.toString()), folder));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.getSubcommands()
        .values()
        .forEach(each -> each.setOut(line.getOut()).setErr(line.getErr()));
    return new Ran(line.execute(arguments), out.toString(), err.toString());
  }

  @Test
  void aModelIsListedAddedAndVerified() throws IOException {
    assertThat(run("list").out())
        .contains("moonshine-tiny-en", "MIT", "28.9 MB", "./heyue models add moonshine-tiny-en");
    assertThat(run("verify").out()).contains("No speech model is in " + folder.resolve("models"));

    Path own = Files.createDirectories(folder.resolve("paraformer"));
    Files.writeString(own.resolve("model.onnx"), "one");
    String added =
        run("add", own.toString(), "--kind", "recogniser", "--lang", "zh", "--licence", "MIT")
            .out()
            .strip();
    assertThat(Path.of(added)).isEqualTo(folder.resolve("models/paraformer"));
    assertThat(run("list", "--format", "json").out())
        .startsWith("[{\"id\":\"asr-zh-tdt_sc_8k\"")
        .contains("{\"id\":\"paraformer\",\"kind\":\"recogniser\",\"lang\":\"zh\"");
    assertThat(run("verify", "paraformer").out()).contains("paraformer: as it must be");

    Files.writeString(Path.of(added).resolve("model.onnx"), "two");
    Ran wrong = run("verify");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.out()).contains("NOT as it must be", "model.onnx has SHA-256");
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(run("add", "no-such-model"))
        .matches(ran -> ran.code() == 1 && ran.err().contains("'no-such-model'"));
    assertThat(run("add", "asr-zh-tdt_sc_8k").err()).contains("models add FOLDER", "HEYUE_MODELS");
    assertThat(run("verify", "moonshine-tiny-en").err()).contains("is not in", "models add");
    assertThat(run()).matches(ran -> ran.code() == 2 && ran.err().contains("Maybe: models list"));
    assertThat(run("list", "--format", "xml").code()).isEqualTo(2);
    assertThat(run("add", folder.toString(), "--kind", "x").err()).contains("'x'", "recogniser");
  }
}
