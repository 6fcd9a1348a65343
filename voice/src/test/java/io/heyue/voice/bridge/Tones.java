package io.heyue.voice.bridge;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.peer.Tone;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.Voice;
import io.heyue.voice.tone.Goertzel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Who speaks, each by a tone of their own. */
enum Tones {
  CALLER(700),
  AGENT(1_100),
  /** What the bot says to the caller. */
  BOT(1_500),
  WHISPER(1_900),
  HOLD(HoldTone.HERTZ),
  /** What the bot says once it has the call back. */
  SORRY(2_300);

  private final double hertz;

  Tones(double hertz) {
    this.hertz = hertz;
  }

  Sound sound(Duration length) {
    return Tone.of(hertz, length);
  }

  /** Whose tone a frame is. */
  static Optional<Tones> of(short[] frame) {
    for (Tones each : values()) {
      if (new Goertzel(each.hertz, Companding.RATE).share(frame) >= 0.8) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Says the name of a tone as the tone. */
  static Mouth mouth() {
    return new Mouth(new Sung(), Companding.RATE, 0);
  }

  private static final class Sung implements Voice {
    @Override
    public String name() {
      return "sung";
    }

    @Override
    public Sound say(String words, Lang lang) {
      for (Tones each : values()) {
        if (words.toUpperCase(Locale.ROOT).contains(each.name())) {
          return each.sound(Duration.ofMillis(800));
        }
      }
      throw new IllegalArgumentException(words);
    }
  }
}
