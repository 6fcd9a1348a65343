package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MouthTest {
  /** A voice that says a sample a letter, and remembers what it was asked for. */
  private static final class Letters implements Voice {
    private final List<String> asked = new ArrayList<>();

    @Override
    public String name() {
      return "letters";
    }

    @Override
    public Sound say(String words, Lang lang) {
      asked.add(words);
      return new Sound(8_000, new short[words.length()]);
    }
  }

  @Test
  void aSentenceIsHeardBeforeTheNextIsMade() {
    Letters voice = new Letters();
    List<Integer> made = new ArrayList<>();
    new Mouth(voice, 8_000, 10).say("您好。请还3.50元！谢谢", Lang.ZH, _ -> made.add(voice.asked.size()));
    assertThat(voice.asked).containsExactly("您好。", "请还三元五角！", "谢谢");
    assertThat(made).containsExactly(1, 2, 3);
  }

  @Test
  void aPointInAFigureEndsNoSentence() {
    Letters voice = new Letters();
    var _ = new Mouth(voice, 8_000, 10).say("It is 3.5 at 8 p.m. now. Thanks.\nBye", Lang.EN);
    assertThat(voice.asked)
        .containsExactly("It is three point five at eight p.m. now.", "Thanks.", "Bye");
  }

  @Test
  void whatWasSaidLatelyIsNotMadeAgain() {
    Letters voice = new Letters();
    Mouth mouth = new Mouth(voice, 8_000, 2);
    for (String said : List.of("一。", "二。", "一。", "三。", "二。")) {
      var _ = mouth.say(said, Lang.ZH);
    }
    assertThat(voice.asked).containsExactly("一。", "二。", "三。", "二。");
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, program).canExecute());
  }

  /** The program itself, which the build's checks install. */
  @Test
  void espeakSpeaksBothLanguages() {
    assumeTrue(onPath("espeak-ng"), "espeak-ng is not installed");
    Mouth mouth = new Mouth(new Espeak("espeak-ng", 160), 8_000, 10);
    Sound chinese = mouth.say("您好，您应还3,280.50元，由AI合成。", Lang.ZH);
    Sound english = mouth.say("Hello, CNY 3,280.50 is due.", Lang.EN);
    for (Sound sound : List.of(chinese, english)) {
      assertThat(sound.rate()).isEqualTo(8_000);
      assertThat(sound.length()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(9));
      assertThat(sound.trimmed(1_000).length()).isGreaterThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void espeakSpeaksSlowerWhereItIsAskedTo() {
    assumeTrue(onPath("espeak-ng"), "espeak-ng is not installed");
    Espeak voice = new Espeak("espeak-ng", 160);
    double plain = voice.say("您应还三千两百八十元。", Lang.ZH).samples().length;
    double slow = voice.say("您应还三千两百八十元。", Lang.ZH, 0.7).samples().length;
    assertThat(slow / plain).isBetween(1.2, 1.7);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new Espeak("no-such-voice", 160).say("hello", Lang.EN))
        .isInstanceOf(VoiceFailure.class)
        .hasMessageContaining("no-such-voice")
        .hasMessageContaining("Maybe install");
  }

  @Test
  void aProgramThatGivesNoSoundIsNamed() {
    assertThatThrownBy(() -> new Espeak("/bin/true", 160).say("hello", Lang.EN))
        .isInstanceOf(VoiceFailure.class)
        .hasMessageContaining("/bin/true")
        .hasMessageNotContaining("hello");
  }
}
