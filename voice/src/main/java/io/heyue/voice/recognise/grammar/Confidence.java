package io.heyue.voice.recognise.grammar;

/**
 * From how well words fit to how sure they are. A logistic curve over the misfit of the words
 * against any sounds (a phone loop as the model of everything else: Rose, Keyword detection in
 * conversational speech utterances using hidden Markov model based continuous speech recognition,
 * 1995); its two numbers are calibrated on synthetic speech, and by nothing else.
 */
final class Confidence {
  /** The misfit at which right and wrong are as likely. */
  static final double EVEN = 26;

  /** How fast it falls. */
  static final double STEEPNESS = 0.15;

  private Confidence() {}

  /** 0 to 1. */
  static double of(Decoded decoded) {
    return 1 / (1 + Math.exp(STEEPNESS * (decoded.misfit() - EVEN)));
  }
}
