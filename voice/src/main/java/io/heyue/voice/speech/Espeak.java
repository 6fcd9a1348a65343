package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * espeak-ng as a process of its own, which its licence (GPL 3) asks for: it is on every Debian and
 * needs no model. Mandarin is given to it as pinyin, since it misreads characters. Words go by its
 * standard input: the list of processes, which everybody can read, holds none of them. Thread-safe.
 */
public final class Espeak implements Voice {
  /** What it speaks with; samples a second. */
  static final int RATE = 22_050;

  /** Words a minute; espeak-ng speaks no slower. */
  private static final int SLOWEST = 80;

  private static final int FASTEST = 450;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String program;
  private final int wordsPerMinute;

  /**
   * @param program its file, or its name where the shell finds it
   * @param wordsPerMinute 80 to 450; 160 is calm
   */
  public Espeak(String program, int wordsPerMinute) {
    Check.that(
        wordsPerMinute >= SLOWEST && wordsPerMinute <= FASTEST,
        "wordsPerMinute",
        wordsPerMinute,
        SLOWEST + " to " + FASTEST);
    this.program = program;
    this.wordsPerMinute = wordsPerMinute;
  }

  @Override
  public String name() {
    return program + ' ' + wordsPerMinute;
  }

  @Override
  public Sound say(String words, Lang lang) {
    return say(words, lang, 1);
  }

  @Override
  public Sound say(String words, Lang lang, double pace) {
    int speed = Math.clamp(Math.round(wordsPerMinute * pace), SLOWEST, FASTEST);
    return switch (lang) {
      case EN -> spoken(words, "en-gb", speed);
      case ZH -> {
        List<Sound> parts = new ArrayList<>();
        for (Pinyin.Run run : Pinyin.runs(words)) {
          parts.add(spoken(run.written(), run.foreign() ? "en-gb" : "cmn-latn-pinyin", speed));
        }
        yield Sound.of(RATE, parts);
      }
    };
  }

  private Sound spoken(String words, String voice, int speed) {
    ProcessBuilder builder =
        new ProcessBuilder(
                program,
                "-v",
                voice,
                "-s",
                Integer.toString(speed),
                "-b",
                "1",
                "--stdin",
                "--stdout")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new VoiceFailure(
          program + " can't be started. Maybe install it: apt-get install espeak-ng.", e);
    }
    // Whoever hangs is ended, so that neither writing nor reading waits for ever.
    CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    try {
      return spoken(process, words);
    } finally {
      process.destroyForcibly();
    }
  }

  private Sound spoken(Process process, String words) {
    try {
      try (OutputStream out = process.getOutputStream()) {
        out.write(words.getBytes(StandardCharsets.UTF_8));
      }
      Sound sound;
      try (InputStream in = new BufferedInputStream(process.getInputStream())) {
        sound = Wav.read(in);
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new VoiceFailure(program + " ended with " + code + ".");
      }
      return sound.at(RATE);
    } catch (IOException e) {
      throw new VoiceFailure(program + " gave no sound: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VoiceFailure(program + " was interrupted.", e);
    }
  }
}
