package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import java.time.Duration;

/** A frame of audio: what one packet holds, and what is heard at once. */
public final class Frame {
  /** How long it is. */
  public static final Duration LENGTH = Duration.ofMillis(20);

  /** How many samples it has, 160. */
  public static final int SAMPLES = Companding.RATE / 50;

  private Frame() {}
}
