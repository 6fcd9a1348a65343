package io.heyue.voice.hear;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import java.io.File;
import java.util.Arrays;

/** Says sentences for tests, at 8 kHz; where espeak-ng isn't installed the test is left out. */
final class Speaker {
  private Speaker() {}

  static Sound say(String words, Lang lang, int wordsPerMinute) {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> new File(folder, "espeak-ng").canExecute()),
        "espeak-ng is not installed");
    return new Mouth(new Espeak("espeak-ng", wordsPerMinute), SpeechDetector.RATE, 0)
        .say(words, lang);
  }
}
