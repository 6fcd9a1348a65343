package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainMainTest {
  private static final String DATA =
      Path.of(System.getProperty("heyue.root", ".."), "data").toString();

  @TempDir private Path empty;

  @Test
  void whatIsWrongIsToldWithItsValueAndWhatMayBeMeant() throws IOException {
    assertThat(told("--lang", "xx", "--data", DATA)).contains("'xx'", "Maybe zh or en");
    assertThat(told("--data", empty.toString())).contains(empty.toString(), "Maybe");
    assertThat(told("--rounds", "-3", "--data", DATA)).contains("--rounds -3", "Maybe");
    assertThat(told("--step", "NaN", "--data", DATA)).contains("NaN", "Maybe");
    assertThat(told("--step", "fast", "--data", DATA)).contains("fast");
    String labels = Files.writeString(empty.resolve("labels.jsonl"), "").toString();
    Path none = empty.resolve("none");
    assertThat(told("--from-labels", labels, "--home", none.toString(), "--data", DATA))
        .contains(none.toString(), "Maybe");
    assertThat(none).doesNotExist();
  }

  /** What it says; it must fail, and not with a stack. */
  private static String told(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine commands = TrainMain.commands().setErr(new PrintWriter(err, true));
    assertThat(commands.execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).doesNotContain("\tat ");
    return err.toString();
  }
}
