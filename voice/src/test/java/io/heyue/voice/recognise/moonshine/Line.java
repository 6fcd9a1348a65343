package io.heyue.voice.recognise.moonshine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.models.ModelFailure;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A telephone line with somebody at its end, for tests. */
final class Line {
  private Line() {}

  /** Skips the test where the model is missing, or fails it where it must be there. */
  static Moonshine moonshine(int slots) {
    try {
      return Moonshine.open(
          ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home")))
              .get(Moonshine.ID),
          slots);
    } catch (ModelFailure missing) {
      if ("must".equals(System.getenv("HEYUE_PEERS"))) {
        return Assertions.fail(missing.getMessage() + " HEYUE_PEERS says that it must be there.");
      }
      return Assumptions.abort(String.valueOf(missing.getMessage()));
    }
  }

  static Sound say(String words) {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> new File(folder, "espeak-ng").canExecute()),
        "espeak-ng is not installed");
    return new Mouth(new Espeak("espeak-ng", 150), Recogniser.RATE, 0).say(words, Lang.EN);
  }

  /** With white noise so many decibels below, and through A-law. */
  static short[] heard(Sound sound, double decibels, long seed) {
    short[] samples = sound.at(Recogniser.RATE).samples();
    double power = 0;
    for (short sample : samples) {
      power += (double) sample * sample;
    }
    double loudness = Math.sqrt(power / samples.length / Math.pow(10, decibels / 10));
    Random random = new Random(seed);
    for (int at = 0; at < samples.length; at++) {
      samples[at] =
          (short)
              Math.clamp(
                  Math.round(samples[at] + loudness * random.nextGaussian()),
                  Short.MIN_VALUE,
                  Short.MAX_VALUE);
    }
    return Companding.PCMA.decode(Companding.PCMA.encode(samples));
  }
}
