package io.heyue.sim.law.check;

/**
 * What a clause has against a contact.
 *
 * @param clause its name
 * @param article where it stands
 * @param words why, in a sentence
 */
public record Objection(String clause, String article, Grade grade, String words) {
  /** How much an objection weighs. */
  public enum Grade {
    /** The law forbids it. */
    LAW,
    /** Our own default forbids it. */
    OURS,
    /** We may refuse it, being careful; nothing forbids it. */
    LEEWAY
  }

  /** Whether a contact against which it stands must not be made. */
  public boolean binds() {
    return grade != Grade.LEEWAY;
  }
}
