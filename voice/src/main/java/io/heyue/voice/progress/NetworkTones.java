package io.heyue.voice.progress;

import io.heyue.voice.progress.ToneBank.Heard;
import io.heyue.voice.tone.CallTone;
import io.heyue.voice.tone.CallTones;
import java.util.Optional;

/**
 * The network's tones on a noisy line. A single filter of 450 Hz hears too little of a tone that is
 * 25 Hz off and noisy; so the bank says where a tone is, and {@link CallTones}, which knows the
 * cadences, is given a clean one in its place. One call's; not thread-safe.
 */
final class NetworkTones {
  static final int FRAME = 160;

  /** The noisiest tone that is to be heard still shows 0.6 of itself, speech seldom so much. */
  private static final double ENOUGH = 0.45;

  private static final double FREQUENCY = 450;
  private static final short[] SILENCE = new short[FRAME];
  private static final short[] CLEAN = clean();

  private final CallTones tones = new CallTones(ToneBank.RATE);

  private static short[] clean() {
    short[] tone = new short[FRAME];
    for (int at = 0; at < FRAME; at++) {
      tone[at] = (short) (8_000 * Math.sin(2 * Math.PI * FREQUENCY * at / ToneBank.RATE));
    }
    return tone;
  }

  /** Whether a frame is a tone of the network's. */
  static boolean sounds(Heard heard) {
    return heard.near((int) FREQUENCY) && heard.share() >= ENOUGH;
  }

  Optional<CallTone> came(Heard heard) {
    return tones.came(sounds(heard) ? CLEAN : SILENCE);
  }
}
