package io.heyue.voice.recognise.grammar;

/**
 * What a grammar made of an utterance.
 *
 * @param said the likeliest words, without blanks; empty where there are none
 * @param words how well their sounds fit
 * @param phones how well the best sounds fit, whatever words they are
 */
record Decoded(String said, PocketSphinx.Fit words, PocketSphinx.Fit phones) {
  /** Frames that stand for what beginning and end cost a short utterance as a long one. */
  private static final int EDGES = 20;

  static final Decoded NOTHING =
      new Decoded("", new PocketSphinx.Fit(0, 0), new PocketSphinx.Fit(0, 0));

  /**
   * How much worse the words fit than the best sounds, a frame of speech: about 0 where they fit as
   * well as can be, higher the less they fit. What is speech is told by the sounds, since words
   * that don't fit take it for noise.
   */
  double misfit() {
    return (double) (phones.score() - words.score()) / (phones.frames() + EDGES);
  }

  /** Hides what was said. */
  @Override
  public String toString() {
    return "Decoded[" + said.length() + " characters, misfit " + misfit() + "]";
  }
}
