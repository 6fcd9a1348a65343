package io.heyue.core.words;

import io.heyue.core.base.Lang;
import java.util.Optional;

/**
 * Senses in a sentence what no list of words names. Implementations are thread-safe and keep
 * nothing of what they read.
 */
public interface WordSense {
  /** Senses nothing; for judging by the rules alone. */
  WordSense NONE =
      new WordSense() {
        @Override
        public Optional<Sensed> sense(String sentence, Lang lang) {
          return Optional.empty();
        }

        @Override
        public boolean clears(String sentence, Lang lang) {
          return false;
        }

        @Override
        public double familiar(String sentence, Lang lang) {
          return 1;
        }

        @Override
        public String version() {
          return "none";
        }
      };

  /**
   * What {@code sentence} does, if it does something that may not be done.
   *
   * @param sentence normalised, one sentence or clause
   * @param lang of the script that it is written in
   */
  Optional<Sensed> sense(String sentence, Lang lang);

  /**
   * A quick guess, 0 to 1, of how far {@code clause} is to blame for what its sentence does; only
   * to find the place, never to judge.
   */
  default double blame(String clause, Lang lang) {
    return sense(clause, lang).map(Sensed::likely).orElse(0.0);
  }

  /**
   * Whether {@code sentence} holds nothing that may not be said, whatever words are in it: a
   * denial, a report, a warning of others.
   */
  boolean clears(String sentence, Lang lang);

  /** Both answers at once, which is quicker than to ask twice. */
  default Reading read(String sentence, Lang lang) {
    return new Reading(sense(sentence, lang), clears(sentence, lang));
  }

  /** Which share of its pieces, 0 to 1, were met before; gibberish has nearly none. */
  double familiar(String sentence, Lang lang);

  /** What it was trained on and how, for the ledger. */
  String version();

  /**
   * What was sensed.
   *
   * @param offence the likeliest
   * @param likely the calibrated probability that the sentence may not be said
   */
  record Sensed(Offence offence, double likely) {}

  /**
   * What a sentence does.
   *
   * @param sensed what may not be done, if it does such a thing
   * @param clear whether it holds nothing that may not be said; see {@link WordSense#clears}
   */
  record Reading(Optional<Sensed> sensed, boolean clear) {}
}
