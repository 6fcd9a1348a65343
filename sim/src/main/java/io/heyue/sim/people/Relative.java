package io.heyue.sim.people;

/** Somebody close to the borrower, who may want to know what it is about. */
final class Relative implements Manner {
  private final boolean pries;
  private int words;

  Relative(boolean pries) {
    this.pries = pries;
  }

  @Override
  public Reply answer(Page page) {
    words++;
    if (words == 1) {
      return pries ? Reply.say("relative", "pry") : Reply.say("relative");
    }
    return words == 2 && pries ? Reply.say("pry") : Reply.say("relay");
  }
}
