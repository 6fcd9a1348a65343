package io.heyue.voice.equip;

import io.heyue.core.base.Lang;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Fallback;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.Recorded;
import io.heyue.voice.speech.SpeechService;
import io.heyue.voice.speech.Voice;
import io.heyue.voice.speech.VoiceFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Opens voices by their makes; espeak-ng stands in for those that fail. */
public final class Voices implements AutoCloseable {
  private static final String ESPEAK = "espeak-ng";
  private static final int KEPT = 500;

  /** Words a minute: a little slower than people talk, since lines are bad and some are old. */
  private static final int CHINESE_PACE = 160;

  private static final int ENGLISH_PACE = 155;

  private static final Fallback.Patience PATIENCE =
      new Fallback.Patience(Duration.ofSeconds(2), 3, Duration.ofSeconds(30));

  private final InstantSource clock;
  private final List<AutoCloseable> opened = new ArrayList<>();

  /**
   * @param clock by which a voice that failed is tried again
   */
  public Voices(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A mouth for a call.
   *
   * @throws VoiceFailure if it can't be opened, with what to do
   */
  public Mouth open(Speaks wanted) {
    Voice plain = espeak(wanted);
    Voice voice =
        switch (wanted.make()) {
          case "espeak" -> plain;
          case "recorded" -> Recorded.read(model(wanted), Recogniser.RATE, plain);
          case "service" -> {
            SpeechService service = new SpeechService(ServiceFile.read(model(wanted)));
            opened.add(service);
            Fallback both = new Fallback(List.of(service, plain), PATIENCE, clock);
            opened.add(both);
            yield both;
          }
          default ->
              throw new VoiceFailure(
                  "There is no voice '%s'. Maybe espeak, recorded or service."
                      .formatted(wanted.make()));
        };
    return new Mouth(voice, Recogniser.RATE, KEPT);
  }

  private static Voice espeak(Speaks wanted) {
    String program = wanted.make().equals("espeak") ? wanted.voice().orElse(ESPEAK) : ESPEAK;
    return new Espeak(program, wanted.lang() == Lang.ZH ? CHINESE_PACE : ENGLISH_PACE);
  }

  private static Path model(Speaks wanted) {
    return wanted
        .model()
        .orElseThrow(() ->
            new VoiceFailure(
                "A voice of make '%s' needs a model: its folder of recordings or the file that describes the service."
                    .formatted(wanted.make())));
  }

  @Override
  public void close() {
    for (AutoCloseable each : opened.reversed()) {
      try {
        each.close();
      } catch (Exception e) {
        throw new VoiceFailure("A voice can't be closed: " + e.getMessage(), e);
      }
    }
    opened.clear();
  }
}
