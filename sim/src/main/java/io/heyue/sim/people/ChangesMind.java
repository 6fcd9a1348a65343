package io.heyue.sim.people;

/** Somebody who names a sum or a day, sees it read back, and corrects it. */
final class ChangesMind implements Manner {
  private final Courtesy courtesy;
  private final Payer before;
  private final Payer after;
  private final boolean bySum;
  private boolean changed;

  /**
   * @param before what they say first
   * @param after what they mean
   * @param bySum whether it is the sum that changes, else the day
   */
  ChangesMind(Courtesy courtesy, Payer before, Payer after, boolean bySum) {
    this.courtesy = courtesy;
    this.before = before;
    this.after = after;
    this.bySum = bySum;
  }

  @Override
  public Reply answer(Page page) {
    if (!changed && page.cue() == Cue.READ_BACK) {
      changed = true;
      if (after.wants(page)) {
        return after.answer(page);
      }
      return Reply.say(bySum ? "change_sum" : "change_day");
    }
    if (changed) {
      return after.answer(page);
    }
    return courtesy.answer(page).orElseGet(() -> before.answer(page));
  }
}
