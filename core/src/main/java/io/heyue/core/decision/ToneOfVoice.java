package io.heyue.core.decision;

import io.heyue.core.base.Tone;
import io.heyue.core.understanding.Emotion;

/** How to speak to somebody who feels so: emotion may soften, and nothing else. */
public final class ToneOfVoice {
  /** From this intensity on a feeling is answered with a softer tone. */
  private static final double FELT = 0.4;

  private ToneOfVoice() {}

  public static Tone toward(Emotion emotion) {
    return switch (emotion.label()) {
      case CALM -> Tone.PLAIN;
      case ANXIOUS, ANGRY, SAD, HESITANT -> emotion.intensity() >= FELT ? Tone.SOFT : Tone.PLAIN;
    };
  }
}
