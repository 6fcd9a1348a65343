package io.heyue.sim.people;

/** Somebody who would pay in instalments. */
final class WantsPlan implements Manner {
  private final Courtesy courtesy;
  private final Wish wish;
  private final boolean open;
  private int asked;

  /**
   * @param open whether they leave the number of instalments to us
   */
  WantsPlan(Courtesy courtesy, Wish wish, boolean open) {
    this.courtesy = courtesy;
    this.wish = wish;
    this.open = open;
  }

  @Override
  public Reply answer(Page page) {
    return switch (page.cue()) {
      case IDENTITY, PROOF, MORE, CODE -> courtesy.answer(page).orElse(Reply.say("thanks"));
      case ABILITY -> Reply.say(open ? "ability" : "count_only");
      case OFFER_PLAN, READ_BACK -> suits(page) ? Reply.agree("yes") : Reply.say("want_plan");
      case OFFER_EXTENSION, OFFER_FULL, OFFER_PARTIAL, OFFER_REDUCTION ->
          Reply.say("decline", "want_plan");
      case PAY_DAY -> Reply.say("pay_day");
      case REASON -> Reply.say("why_late", "want_plan");
      case WHEN, WHICH_DAY, AMOUNT, REST, CORRECTION, PAID_WHEN, CALLBACK, DISPUTE, NONE ->
          Reply.say(open && asked++ == 0 ? "want_plan_open" : "want_plan");
    };
  }

  /** As many as they asked for, or so little a month that the number doesn't matter. */
  private boolean suits(Page page) {
    return page.sums().size() >= 3
        && (page.asked().contains("分" + wish.count() + "期")
            || page.asked().contains(" in " + wish.count() + " payments")
            || (open && wish.ability().atLeast(page.sums().get(1))));
  }
}
