package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Cue;
import io.heyue.voice.audio.Wav;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final Export.Manner PLAIN =
      new Export.Manner(Export.Coding.LINEAR, Optional.empty());

  @TempDir private Path folder;
  private Rig rig;
  private Recording recording;

  @BeforeEach
  void record() throws Exception {
    rig = Rig.in(folder);
    recording = (Recording) Recording.open(rig.recorded(75), rig.keys());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private StrictWav written(Export.Manner manner) throws IOException {
    Path target = folder.resolve("out.wav");
    Export.wav(recording, target, recording.head().label(), manner);
    return StrictWav.of(Files.readAllBytes(target));
  }

  @Test
  void bothSidesStandInTheFileAsTheyWereRecorded() throws IOException {
    StrictWav wav = written(PLAIN);
    ByteBuffer format = wav.little("fmt ");
    assertThat(format.getShort(0)).isEqualTo((short) 1);
    assertThat(format.getShort(2)).isEqualTo((short) 2);
    assertThat(format.getInt(4)).isEqualTo(8_000);
    assertThat(format.getInt(8)).isEqualTo(32_000);
    assertThat(format.getShort(12)).isEqualTo((short) 4);
    assertThat(format.getShort(14)).isEqualTo((short) 16);
    ByteBuffer data = wav.little("data");
    assertThat(data.remaining()).isEqualTo(75 * 160 * 4);
    short[] left = recording.left().samples();
    short[] right = recording.right().samples();
    for (int at = 0; at < left.length; at++) {
      assertThat(data.getShort(4 * at)).isEqualTo(left[at]);
      assertThat(data.getShort(4 * at + 2)).isEqualTo(right[at]);
    }
    assertThat(Wav.read(folder.resolve("out.wav")).samples()).hasSize(75 * 160);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("out.wav"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLawIsWrittenByteByByteAndTheCueComesFirst() throws IOException {
    StrictWav wav = written(new Export.Manner(Export.Coding.A_LAW, Optional.of(Cue.rhythm(8_000))));
    ByteBuffer format = wav.little("fmt ");
    assertThat(format.remaining()).isEqualTo(18);
    assertThat(format.getShort(0)).isEqualTo((short) 6);
    assertThat(format.getInt(8)).isEqualTo(16_000);
    assertThat(format.getShort(14)).isEqualTo((short) 8);
    int cue = Cue.rhythm(8_000).samples().length;
    assertThat(wav.little("fact").getInt()).isEqualTo(cue + 75 * 160);
    byte[] data = wav.chunk("data");
    byte[] left = new byte[data.length / 2];
    for (int at = 0; at < left.length; at++) {
      left[at] = data[2 * at];
    }
    short[] samples = Companding.PCMA.decode(left);
    assertThat(Arrays.copyOf(samples, cue)).isEqualTo(Rig.kept(Cue.rhythm(8_000).samples()));
    assertThat(Arrays.copyOfRange(samples, cue, samples.length))
        .isEqualTo(recording.left().samples());
    assertThat(wav.info().get("ICMT")).contains("at sample " + cue);
  }

  /** 标识办法, 4 and 5: words for people, fields for machines. */
  @Test
  void theFileSaysThatAMachineSpeaks() throws Exception {
    StrictWav wav = written(PLAIN);
    Map<String, String> info = wav.info();
    assertThat(info.get("ICMT")).contains("人工智能", "合成", "made by a machine", "right channel");
    assertThat(info.get("ICRD")).isEqualTo("2026-11-21");
    String json = String.valueOf(info.get("AIGC"));
    assertThat(json).startsWith("{\"AIGC\":{").endsWith("}}");
    String audio = HexFormat.of().formatHex(Hash.of(wav.chunk("data")));
    assertThat(fields(json))
        .containsEntry("Label", "1")
        .containsEntry("ContentProducer", "Heyue test lender")
        .containsEntry("ProduceID", Rig.ID.toString())
        .containsEntry("ReservedCode1", "sha256:" + audio)
        .containsEntry("Time", "2026-11-21T02:03:04.567Z")
        .containsEntry("RecordingSha256", recording.sha256());
    ByteBuffer bext = wav.little("bext");
    assertThat(ascii(bext, 0, 256)).isEqualTo(Label.ENGLISH);
    assertThat(ascii(bext, 256, 32)).isEqualTo("Heyue test lender");
    assertThat(ascii(bext, 288, 32)).isEqualTo(Rig.ID.toString().replace("-", ""));
    assertThat(ascii(bext, 320, 18)).isEqualTo("2026-11-2102:03:04");
    assertThat(bext.getLong(338)).isEqualTo((2L * 3_600 + 3 * 60 + 4) * 8_000);
    assertThat(bext.getShort(346)).isEqualTo((short) 1);
    assertThat(ascii(bext, 602, bext.limit() - 602)).startsWith("A=PCM").endsWith("\r\n");
  }

  private static Map<String, String> fields(String json) {
    return Pattern.compile("\"(\\w+)\":\"([^\"]*)\"")
        .matcher(json)
        .results()
        .collect(
            java.util.stream.Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  private static String ascii(ByteBuffer in, int from, int length) {
    byte[] bytes = new byte[length];
    in.get(from, bytes);
    return new String(bytes, StandardCharsets.US_ASCII).replaceAll("\0+$", "");
  }

  @Test
  void whatIsThereIsNotReplaced() throws IOException {
    Path target = folder.resolve("out.wav");
    Files.writeString(target, "mine");
    Label label = recording.head().label();
    assertThatThrownBy(() -> Export.wav(recording, target, label, PLAIN))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("Maybe");
    assertThat(target).hasContent("mine");
  }

  @Test
  void aLabelMustSaySo() {
    assertThatThrownBy(() -> new Label("us", "Hello")).hasMessageContaining("人工智能 or AI");
    assertThatThrownBy(() -> new Label("us", "AI speaks")).hasMessageContaining("生成 or 合成");
    assertThatThrownBy(() -> new Label("", "AI生成")).hasMessageContaining("producer");
    assertThat(new Label("a\"b\\", "AI生成").words()).isEqualTo("AI生成");
  }

  /** Short-long short-short, each the length that the Morse code gives it. */
  @Test
  void theCueIsTheRhythmOfAI() {
    short[] samples = Cue.rhythm(8_000, 1_000, 50, 10_000).samples();
    StringBuilder rhythm = new StringBuilder();
    for (int unit = 0; unit < samples.length / 400; unit++) {
      double energy = 0;
      for (int at = 0; at < 400; at++) {
        energy += Math.pow(samples[unit * 400 + at], 2) / 400;
      }
      rhythm.append(energy > 10_000.0 * 10_000 / 4 ? '=' : energy == 0 ? '.' : '?');
    }
    assertThat(rhythm).hasToString("=.===...=.=");
    assertThat(Cue.rhythm(8_000).length()).hasMillis(440);
    assertThatThrownBy(() -> Cue.rhythm(8_000, 4_000, 50, 10)).hasMessageContaining("hertz");
  }
}
