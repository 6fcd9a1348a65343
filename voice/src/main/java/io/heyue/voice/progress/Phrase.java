package io.heyue.voice.progress;

import java.util.Optional;

/**
 * Words by which a machine is known.
 *
 * @param text as the table has it
 * @param letters the same as it is compared
 * @param hint whether it is said beside what matters, so that any other phrase counts more
 */
record Phrase(String text, Plain letters, Disposition disposition, boolean hint, When when) {
  /** When a phrase may be taken as said by a machine. */
  enum When {
    /** Before anybody took the call. */
    EARLY,
    ANSWERED,
    ANY;

    boolean holds(boolean answered) {
      return this == ANY || (this == ANSWERED) == answered;
    }
  }

  /** What an error in a firm letter counts: more than any phrase allows. */
  private static final int FIRM = 100;

  /** Where it stands in a text, letters of that text, and how many letters are wrong. */
  record Found(int start, int end, int errors) {}

  /**
   * How many letters may be wrong: one of four where there are four or more, of a Latin phrase one
   * of eight. Letters that are firm may not, since "not" and 不 make the difference.
   */
  int tolerance() {
    return letters.latin() ? letters.length() / 8 : letters.length() / 4;
  }

  /**
   * The best place in a text, the earliest of several as good (Sellers, The Theory and Computation
   * of Evolutionary Distances, 1980). A Latin phrase must be whole words. Time is the product of
   * both lengths.
   *
   * @param finished whether no more of the text is to come; else a phrase that isn't quite there at
   *     its end may still become another
   */
  Optional<Found> in(Plain text, boolean finished) {
    int size = letters.length();
    int[] errors = new int[size + 1];
    int[] starts = new int[size + 1];
    for (int row = 0; row <= size; row++) {
      errors[row] = row;
    }
    boolean latin = letters.latin();
    Found best = new Found(0, 0, tolerance() + 1);
    for (int at = 0; at < text.length(); at++) {
      step(text.letter(at), at, errors, starts);
      int end = at + 1;
      boolean settled = errors[size] == 0 || finished || end < text.length();
      boolean whole = !latin || (text.parts(starts[size]) && text.parts(end));
      if (errors[size] < best.errors() && settled && whole) {
        best = new Found(starts[size], end, errors[size]);
      }
    }
    return best.errors() <= tolerance() ? Optional.of(best) : Optional.empty();
  }

  /** Goes one letter of the text further; each row is a beginning of the phrase. */
  private void step(int letter, int at, int[] errors, int[] starts) {
    int before = 0;
    int begun = at;
    errors[0] = 0;
    starts[0] = at + 1;
    for (int row = 1; row < errors.length; row++) {
      int error = letters.firm(row - 1) ? FIRM : 1;
      int same = before + (letters.letter(row - 1) == letter ? 0 : error);
      int more = errors[row] + error;
      int fewer = errors[row - 1] + error;
      int start = begun;
      before = errors[row];
      begun = starts[row];
      if (same <= more && same <= fewer) {
        errors[row] = same;
        starts[row] = start;
      } else if (more <= fewer) {
        errors[row] = more;
      } else {
        errors[row] = fewer;
        starts[row] = starts[row - 1];
      }
    }
  }
}
