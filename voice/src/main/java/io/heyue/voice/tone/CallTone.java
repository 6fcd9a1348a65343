package io.heyue.voice.tone;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the tone of a network says, by how long it sounds and rests. China's, of 450 Hz (GB/T 3380).
 */
public enum CallTone {
  /** It rings over there. */
  RINGING(1_000, 4_000),
  /** They are on the phone. */
  BUSY(350, 350),
  /** The network has no way to them. */
  CONGESTED(700, 700);

  /** In hertz. */
  static final double FREQUENCY = 450;

  /** A tone may be longer or shorter by this part, and by a piece of sound at either end. */
  private static final double TOLERANCE = 0.12;

  private final long sounds;
  private final long rests;

  CallTone(long sounds, long rests) {
    this.sounds = sounds;
    this.rests = rests;
  }

  /**
   * The tone that sounds and then rests so long.
   *
   * @param blur by how much either may be measured wrong
   */
  static Optional<CallTone> of(Duration sounded, Duration rested, Duration blur) {
    Check.that(!blur.isNegative(), "blur", blur, "no less than zero");
    return Arrays.stream(values())
        .filter(tone -> near(tone.sounds, sounded, blur) && near(tone.rests, rested, blur))
        .findFirst();
  }

  private static boolean near(long wanted, Duration measured, Duration blur) {
    return Math.abs(measured.toMillis() - wanted) <= wanted * TOLERANCE + blur.toMillis();
  }
}
