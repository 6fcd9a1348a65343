package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.hear.SpeechDetector;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.Voice;
import io.heyue.voice.talk.Knowledge;
import io.heyue.voice.talk.TalkParts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What simulated people speak and listen with: they hear when somebody speaks, and recognise no
 * words. Their lines are a little noisy.
 */
public final class Deaf implements AutoCloseable {
  /** Slowly, as to somebody who hears badly. */
  private static final int WORDS_A_MINUTE = 150;

  /** White noise so far below full scale: about 25 dB below speech. */
  private static final double NOISE = 60;

  private final SpeechModel model = SpeechModel.load();
  private final SpeechHub hub = SpeechHub.start(model);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TalkParts parts;

  private Deaf() {
    Voice plain = new Espeak("espeak-ng", WORDS_A_MINUTE);
    this.parts =
        new TalkParts(
            hub::line,
            HearingSettings.usual(),
            Map.of(Lang.ZH, mouth(plain), Lang.EN, mouth(Flite.find().orElse(plain))),
            Map.of(),
            Knowledge.standard(),
            new TalkParts.Works(
                threads,
                threads,
                fault -> {
                  // What goes wrong on their side is seen on ours.
                },
                false,
                Optional.empty()));
  }

  private static Mouth mouth(Voice voice) {
    return new Mouth(new Noisy(voice), SpeechDetector.RATE, 0);
  }

  /** Opens it; closed by whoever asked for it. */
  public static Deaf open() {
    return new Deaf();
  }

  public TalkParts parts() {
    return parts;
  }

  /** A voice on a bad line. */
  private record Noisy(Voice voice) implements Voice {
    @Override
    public String name() {
      return "noisy " + voice.name();
    }

    @Override
    public Sound say(String words, Lang lang) {
      Sound clean = voice.say(words, lang);
      short[] samples = clean.samples();
      Rng rng = Rng.seeded(words.hashCode());
      for (int at = 0; at < samples.length; at++) {
        double noisy = samples[at] + (rng.nextDouble() + rng.nextDouble() - 1) * NOISE * 2;
        samples[at] = (short) Math.clamp(Math.round(noisy), Short.MIN_VALUE, Short.MAX_VALUE);
      }
      return new Sound(clean.rate(), samples);
    }
  }

  @Override
  public void close() {
    hub.close();
    model.close();
    threads.close();
  }
}
