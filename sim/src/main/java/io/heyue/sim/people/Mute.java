package io.heyue.sim.people;

/** Somebody who says little or nothing, and then no more. */
final class Mute implements Manner {
  private final Manner beforehand;
  private int words;

  /**
   * @param words how many times they answer before they fall silent
   */
  Mute(Manner beforehand, int words) {
    this.beforehand = beforehand;
    this.words = words;
  }

  @Override
  public Reply answer(Page page) {
    return words-- > 0 ? beforehand.answer(page) : Reply.silence();
  }
}
