package io.heyue.voice.progress;

/**
 * Who took the call, and why we think so.
 *
 * @param confidence 0 to 1, to be compared with others of these; it was not measured on real calls
 */
public record Opinion(Answerer who, Ground ground, double confidence) {
  /** What an opinion rests on. */
  public enum Ground {
    /** Nothing was heard yet. */
    NOTHING(0),
    /** They say nothing at all. */
    SILENCE(0.3),
    /** They spoke briefly and wait. */
    SHORT_GREETING(0.8),
    /** The same, with words that people take calls with. */
    GREETING_WORDS(0.9),
    /** It isn't plain in time. */
    TOO_LATE(0.4),
    LONG_GREETING(0.7),
    MANY_STRETCHES(0.6),
    MANY_WORDS(0.7),
    /** They go on talking, after a pause too, and answered nothing. */
    MONOLOGUE(0.65),
    /** Words by which machines are known. */
    PHRASE(0.95),
    /** The tone after which a mailbox records. */
    BEEP(0.9),
    FAX(0.97),
    /** They answered what we had asked. */
    ANSWERED_US(0.97);

    private final double confidence;

    Ground(double confidence) {
      this.confidence = confidence;
    }
  }

  Opinion(Answerer who, Ground ground) {
    this(who, ground, ground.confidence);
  }
}
