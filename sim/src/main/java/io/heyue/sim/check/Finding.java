package io.heyue.sim.check;

/**
 * Something that a checker has against a conversation or a contact.
 *
 * @param kind how bad it is
 * @param check which check found it
 * @param turn in which turn, from 1; 0 where it concerns the whole
 * @param what in words, without anything personal
 */
public record Finding(Kind kind, String check, int turn, String what) {
  /** How bad it is. */
  public enum Kind {
    /** It breaks the law or the lender's word. */
    UNLAWFUL,
    /** A right was claimed and not heard, so that we went on asking for payment. */
    UNHEARD,
    /** What was recorded is not what was said or is not so. */
    UNTRUE,
    /** A person was called in without need. */
    NEEDLESS
  }

  static Finding unlawful(String check, int turn, String what) {
    return new Finding(Kind.UNLAWFUL, check, turn, what);
  }

  static Finding untrue(String check, String what) {
    return new Finding(Kind.UNTRUE, check, 0, what);
  }
}
