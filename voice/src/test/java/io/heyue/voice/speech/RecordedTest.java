package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.speech.Voices.Hum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {
  private static final String OWE = "zh\t您应还{sum}，请于{day}前还款。\towe.wav by.wav pay.wav";
  private static final String SUM_ALONE = "zh\t您应还{sum}。\towe.wav";
  private static final String GREETING = "en\tGood morning.\tgreet.wav";

  @TempDir private Path folder = Path.of("");
  private final Hum other = new Hum("hum", 1_200);

  @BeforeEach
  void record() throws IOException {
    Wav.write(Voices.tone(16_000, 200, 9_000, 16_000), folder.resolve("owe.wav"));
    Wav.write(Voices.tone(16_000, 200, 3_000, 8_000), folder.resolve("by.wav"));
    Wav.write(Voices.tone(8_000, 200, 6_000, 4_000), folder.resolve("pay.wav"));
    Wav.write(Voices.tone(8_000, 200, 6_000, 4_000), folder.resolve("greet.wav"));
  }

  private Recorded read(String... lines) throws IOException {
    Files.writeString(folder.resolve("index.tsv"), "# recordings\n\n" + String.join("\n", lines));
    return Recorded.read(folder, 8_000, other);
  }

  @Test
  void onlyThePlacesAreSynthesised() throws IOException {
    Recorded voice = read(SUM_ALONE, OWE, GREETING);
    Mouth mouth = new Mouth(voice, 8_000, 0);
    Sound said = mouth.say("您应还3,280.50元，请于3月5日前还款。", Lang.ZH);
    assertThat(other.asked).containsExactly("三千两百八十元五角", "三月五日");
    int fades = 4 * 80;
    int expected = 8_000 + 4_000 + 4_000 + 640 * (9 + 4) - fades;
    assertThat((double) said.samples().length).isCloseTo(expected, within(40.0));
    var _ = mouth.say("您应还2元。", Lang.ZH);
    assertThat(other.asked.getLast()).isEqualTo("两元");
    var _ = mouth.say("Good morning!", Lang.EN);
    assertThat(other.asked).hasSize(3);
  }

  @Test
  void allPartsAreEquallyLoudAndNothingClicks() throws IOException {
    short[] said = read(OWE).say("您应还三百元，请于三月五日前还款。", Lang.ZH).samples();
    // A tone of 300 Hz at this level moves by no more than this from sample to sample.
    double most = Recorded.LEVEL * Math.sqrt(2) * 2 * Math.PI * 300 / 8_000 * 1.1;
    for (int at = 1; at < said.length; at++) {
      assertThat((double) Math.abs(said[at] - said[at - 1])).as("sample %d", at).isLessThan(most);
    }
    for (int from = 0; from + 1_600 < said.length; from += 800) {
      short[] stretch = java.util.Arrays.copyOfRange(said, from, from + 1_600);
      assertThat(Levels.of(new Sound(8_000, stretch))).isCloseTo(3_277, within(400.0));
    }
  }

  @Test
  void whatWasNotRecordedIsSaidAsAWhole() throws IOException {
    Recorded voice = read(OWE);
    for (String words : List.of("您应还三百元。", "您应还，请于三月前还款。", "您应还三元。好，请于三月前还款。")) {
      assertThat(voice.say(words, Lang.ZH).samples()).hasSize(640 * words.length());
      assertThat(other.asked.getLast()).isEqualTo(words);
    }
    var _ = voice.say("您应还三元，请于三月前还款。", Lang.EN);
    assertThat(other.asked.getLast()).isEqualTo("您应还三元，请于三月前还款。");
  }

  @Test
  void slowerIsLonger() throws IOException {
    Recorded voice = read(GREETING);
    int plain = voice.say("Good morning.", Lang.EN).samples().length;
    assertThat((double) voice.say("Good morning.", Lang.EN, 0.8).samples().length)
        .isCloseTo(plain / 0.8, within(2.0));
  }

  @Test
  void anotherRecordingIsAnotherVoice() throws IOException {
    String before = read(OWE).name();
    assertThat(read(OWE).name()).isEqualTo(before).endsWith("hum");
    Wav.write(Voices.tone(16_000, 210, 9_000, 16_000), folder.resolve("owe.wav"));
    assertThat(read(OWE).name()).isNotEqualTo(before);
  }

  @Test
  void whatIsWrongIsNamedByFileAndLine() throws IOException {
    wrong("zh\t您应还{sum}。", "line 3", "2 cells of 3");
    wrong("fr\tBonjour\towe.wav", "line 3", "Language 'fr'");
    wrong("zh\t您应还{sum}，请。\towe.wav", "line 3", "1 files for 2 stretches");
    wrong("zh\t您应还{sum}{day}元\towe.wav pay.wav", "line 3", "side by side");
    wrong("zh\t您应还{Sum}元\towe.wav", "line 3", "brace too many");
    wrong("zh\t{sum}\towe.wav", "line 3", "no words of its own");
    wrong("zh\t您应还{sum}。\tnone.wav", "line 3", "'none.wav' is not in the folder");
    wrong("zh\t您应还{sum}。\t../owe.wav", "line 3", "is not in the folder");
    wrong(SUM_ALONE + "\n" + SUM_ALONE, "line 4", "twice");
    wrong("", "line 2", "no sentence");
    Files.writeString(folder.resolve("owe.wav"), "no sound");
    wrong(SUM_ALONE, "line 3", "owe.wav");
    Wav.write(new Sound(8_000, new short[800]), folder.resolve("owe.wav"));
    wrong(SUM_ALONE, "line 3", "holds silence");
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> Recorded.read(nowhere, 8_000, other))
        .isInstanceOf(VoiceFailure.class)
        .hasMessageContaining("index.tsv");
  }

  private void wrong(String lines, String... told) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(VoiceFailure.class)
        .hasMessageContaining("index.tsv")
        .hasMessageContaining("Maybe")
        .satisfies(fault -> assertThat(fault.getMessage()).contains(told));
  }
}
