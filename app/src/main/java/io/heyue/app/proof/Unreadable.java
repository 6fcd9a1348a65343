package io.heyue.app.proof;

/** Something in a bundle that can't be read as what it should be. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String why;

  Unreadable(String why) {
    super(why);
    this.why = why;
  }

  /** What is wrong, as the end of a sentence. */
  String why() {
    return why;
  }
}
