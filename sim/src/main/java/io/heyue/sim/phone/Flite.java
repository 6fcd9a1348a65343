package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.speech.Voice;
import io.heyue.voice.speech.VoiceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * English by flite, a program beside us whose voices are made of what people once said: a
 * recogniser that was taught by people understands it far better than espeak-ng. Only simulated
 * people speak with it, so that their words may stand in the list of processes. Thread-safe.
 */
public final class Flite implements Voice {
  private static final String PROGRAM = "flite";

  /** An American, whom Moonshine understood best of those that come with flite. */
  private static final String SPEAKER = "rms";

  /** How much slower than by itself: as people speak who want to be understood. */
  private static final double SLOWER = 1.2;

  private static final int SECONDS = 20;

  private Flite() {}

  /** Where it is installed. */
  public static Optional<Voice> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    boolean there =
        Stream.of(path.split(java.io.File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    return there ? Optional.of(new Flite()) : Optional.empty();
  }

  @Override
  public String name() {
    return PROGRAM + ' ' + SPEAKER;
  }

  @Override
  public Sound say(String words, Lang lang) {
    try {
      Path file = Files.createTempFile("said", ".wav");
      try {
        return spoken(words, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new VoiceFailure(
          PROGRAM + " gave no sound. Maybe install it: apt-get install flite.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VoiceFailure(PROGRAM + " was interrupted.", e);
    }
  }

  private static Sound spoken(String words, Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "-voice",
                SPEAKER,
                "--setf",
                String.format(Locale.ROOT, "duration_stretch=%.2f", SLOWER),
                "-t",
                words,
                "-o",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("It did not end well within " + SECONDS + " s.");
      }
      return Wav.read(file);
    } finally {
      process.destroyForcibly();
    }
  }
}
