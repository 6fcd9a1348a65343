package io.heyue.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
  @TempDir private Path folder;

  private static Sound read(String hexadecimal) throws IOException {
    return Wav.read(
        new ByteArrayInputStream(HexFormat.of().parseHex(hexadecimal.replaceAll("\\s", ""))));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Sound sound = new Sound(8_000, new short[] {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE});
    Path file = folder.resolve("a.wav");
    Wav.write(sound, file);
    assertThat(Wav.read(file)).isEqualTo(sound);
    assertThat(file).hasSize(54);
  }

  /** As a program writes that doesn't know how long it will be, with a chunk that nobody needs. */
  @Test
  void twoChannelsOfUnknownLengthAreHeardTogether() throws IOException {
    Sound sound =
        read(
            """
            52494646 ffffffff 57415645
            4c495354 03000000 61626300
            666d7420 10000000 0100 0200 803e0000 00fa0000 0400 1000
            64617461 ffffff7f 0a00 1400 feff 0000
            """);
    assertThat(sound.rate()).isEqualTo(16_000);
    assertThat(sound.samples()).containsExactly(15, -1);
  }

  @Test
  void telephoneCodingsAreRead() throws IOException {
    Sound sound =
        read(
            """
            52494646 00000000 57415645
            666d7420 12000000 0600 0100 401f0000 401f0000 0100 0800 0000
            64617461 02000000 d5aa
            """);
    assertThat(sound.samples()).containsExactly(8, 32_256);
  }

  @Test
  void whatIsNoneSaysWhy() throws IOException {
    assertThatThrownBy(() -> read("4f676753 00000000 00000000")).hasMessageContaining("RIFF");
    assertThatThrownBy(() ->
            read(
                "52494646 00000000 57415645 666d7420 10000000 0300 0100 401f0000 00000000 0400 2000"))
        .hasMessageContaining("coding 3 with 32 bits");
    Path file = Files.write(folder.resolve("short.wav"), new byte[] {'R', 'I', 'F', 'F'});
    assertThatThrownBy(() -> Wav.read(file))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("too early");
  }

  @Test
  void anyBytesAreASoundOrAClearFault() throws IOException {
    Path file = folder.resolve("b.wav");
    Wav.write(new Sound(8_000, new short[40]), file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int times = 0; times < 20_000; times++) {
      byte[] bytes = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Wav.read(new ByteArrayInputStream(bytes)).samples().length).isLessThan(100);
      } catch (IOException e) {
        assertThat(e).hasMessageMatching(".*\\w.*");
      }
    }
  }
}
