package io.heyue.voice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SayMainTest {
  @TempDir private Path folder;

  private record Ran(int code, String err) {}

  private static Ran run(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = SayMain.commands().setErr(new PrintWriter(err, true));
    return new Ran(line.execute(arguments), err.toString());
  }

  @Test
  void whatIsWrongIsNamed() {
    String out = folder.resolve("a.wav").toString();
    assertThat(run("hello", "-o", folder.resolve("none/a.wav").toString()).err())
        .contains("none", "Maybe");
    assertThat(run("hello", "-o", out, "--lang", "xx").err()).contains("'xx'", "Maybe zh or en");
    assertThat(run("hello", "-o", out, "--rate", "1").err()).contains("--rate 1");
    assertThat(run("hello", "-o", out, "--pace", "9").err()).contains("--pace 9");
    assertThat(run("…", "-o", out)).isEqualTo(new Ran(2, run("…", "-o", out).err()));
    Ran mute = run("hello", "-o", out, "--espeak", "no-such-voice");
    assertThat(mute.code()).isEqualTo(1);
    assertThat(mute.err()).contains("no-such-voice", "apt-get install espeak-ng");
    assertThat(folder).isEmptyDirectory();
  }
}
