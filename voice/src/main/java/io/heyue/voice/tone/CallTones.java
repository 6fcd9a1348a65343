package io.heyue.voice.tone;

import java.time.Duration;
import java.util.Optional;

/**
 * Listens to early media for the tones of the network, a piece of sound at a time. A tone is
 * believed once it sounded and rested as it should; one piece that is spoilt, as by a click,
 * changes nothing. One call's; not thread-safe.
 */
public final class CallTones {
  /**
   * A tone may be 25 Hz off: of that a piece of 20 ms shows 0.40, of one 30 Hz off 0.25, of speech
   * and noise hardly anything.
   */
  private static final double ENOUGH = 0.35;

  private final Goertzel tone;
  private final int rate;
  private final Stretch stretch = new Stretch();
  private Duration sounded = Duration.ZERO;

  /**
   * @param rate samples a second
   */
  public CallTones(int rate) {
    this.rate = rate;
    this.tone = new Goertzel(CallTone.FREQUENCY, rate);
  }

  /** What became plain by this piece, which should be about 20 ms long. */
  public Optional<CallTone> came(short[] samples) {
    Duration length = Duration.ofNanos(samples.length * 1_000_000_000L / rate);
    Optional<Stretch.Ended> ended = stretch.came(tone.share(samples) >= ENOUGH, length);
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    Stretch.Ended past = ended.get();
    if (past.sounding()) {
      sounded = past.length();
      return Optional.empty();
    }
    return CallTone.of(sounded, past.length(), length.multipliedBy(2));
  }
}
