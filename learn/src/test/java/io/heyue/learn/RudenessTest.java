package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RudenessTest {
  @TempDir private Path folder;

  @Test
  void sentencesAndLabelsAreRead() throws IOException {
    Path file = folder.resolve("train.csv");
    Files.writeString(
        file, "\ufeff,split,topic,label,TEXT\n1,train,x,1,\"你这种人, 滚\"\n2,train,x,0,今天天气好\n");
    assertThat(Rudeness.read(file).lines())
        .containsExactly(new Rudeness.Line("你这种人, 滚", true), new Rudeness.Line("今天天气好", false));
  }

  @Test
  void whatIsNoLabelIsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("train.csv");
    Files.writeString(file, "label,TEXT\n0,好\nmaybe,坏\n");
    assertThatThrownBy(() -> Rudeness.read(file))
        .hasMessageContaining("line 3")
        .hasMessageContaining("maybe");
  }
}
