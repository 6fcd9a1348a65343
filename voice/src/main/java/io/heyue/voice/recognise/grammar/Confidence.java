package io.heyue.voice.recognise.grammar;

/**
 * From how well words fit to how sure they are: a logistic curve over their misfit against any
 * sounds (a phone loop as the model of everything else: Rose and Paul, A hidden Markov model based
 * keyword recognition system, 1990). Its numbers are calibrated on sentences put together of
 * recorded syllables, so that 0.6 keeps nine of ten that were heard right; doc/phone.md has the
 * table. It tells what was said from what isn't in the grammar far better than right from wrong
 * within the grammar.
 */
final class Confidence {
  /** The misfit at which it is a half. */
  static final double EVEN = 25;

  /** How fast it falls. */
  static final double STEEPNESS = 0.4;

  private Confidence() {}

  /** 0 to 1. */
  static double of(Decoded decoded) {
    return 1 / (1 + Math.exp(STEEPNESS * (decoded.misfit() - EVEN)));
  }
}
