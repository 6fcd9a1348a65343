package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.media.Playback;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.VoiceFailure;
import java.util.Arrays;
import java.util.Random;

/** A sentence and as long a silence, again and again, as somebody in a conversation sounds. */
final class SpeechLoop implements Playback {
  private final short[] samples;
  private int at;

  /**
   * @param from where it begins, so that not all speak at once
   */
  SpeechLoop(short[] samples, int from) {
    this.samples = samples;
    this.at = Math.floorMod(from, samples.length);
  }

  /** What is said: by espeak-ng, or swelling noise where it is missing. */
  static short[] sentence(long seed) {
    short[] said;
    try {
      said =
          new Mouth(new Espeak("espeak-ng", 160), Companding.RATE, 0)
              .say("您好，请问您是哪位？我下个月十五号发工资，到时候先还两千块。", Lang.ZH)
              .samples();
    } catch (VoiceFailure _) {
      said = swelling(new Random(seed));
    }
    return Arrays.copyOf(said, 2 * said.length);
  }

  private static short[] swelling(Random random) {
    short[] noise = new short[4 * Companding.RATE];
    for (int sample = 0; sample < noise.length; sample++) {
      double level = 3_000 * Math.abs(Math.sin(Math.PI * sample / 1_600));
      noise[sample] = (short) Math.clamp(level * random.nextGaussian(), -32_000, 32_000);
    }
    return noise;
  }

  @Override
  public int read(short[] into, int from, int count) {
    int read = Math.min(count, samples.length - at);
    System.arraycopy(samples, at, into, from, read);
    at = (at + read) % samples.length;
    return read;
  }
}
