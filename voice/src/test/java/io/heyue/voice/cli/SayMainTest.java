package io.heyue.voice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
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

  /** Each stretch of letters is a process: nobody waits for hours by mistake. */
  @Test
  void whatIsTooLongOrNoTextIsNamed() {
    String out = folder.resolve("a.wav").toString();
    assertThat(run("还钱".repeat(5_001), "-o", out).err()).contains("10000 letters", "Maybe");
    assertThat(piped(new byte[1_000_000], "-", "-o", out).err()).contains("10000 letters");
    byte[] gb18030 = {(byte) 0xc4, (byte) 0xfa, (byte) 0xba, (byte) 0xc3};
    assertThat(piped(gb18030, "-", "-o", out).err()).contains("no UTF-8", "iconv");
    assertThat(piped(new byte[0], "-", "-o", out).err()).contains("nothing to be said");
    assertThat(folder).isEmptyDirectory();
  }

  private static Ran piped(byte[] in, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(in));
    try {
      return run(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
