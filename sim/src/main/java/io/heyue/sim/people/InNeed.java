package io.heyue.sim.people;

import io.heyue.core.base.Money;
import java.util.List;

/** Somebody who can't pay what is due, and takes what they can carry of what is offered. */
final class InNeed implements Manner {
  private final Courtesy courtesy;
  private final Wish wish;
  private final String tale;
  private final boolean laterHelps;
  private int told;

  /**
   * @param tale the situation whose words say what happened
   * @param laterHelps whether more time would be enough
   */
  InNeed(Courtesy courtesy, Wish wish, String tale, boolean laterHelps) {
    this.courtesy = courtesy;
    this.wish = wish;
    this.tale = tale;
    this.laterHelps = laterHelps;
  }

  @Override
  public Reply answer(Page page) {
    return switch (page.cue()) {
      case IDENTITY, PROOF, MORE, CODE -> courtesy.answer(page).orElse(Reply.say("thanks"));
      case ABILITY -> Reply.say("ability");
      case OFFER_PLAN, READ_BACK ->
          carries(page.sums()) ? Reply.agree("accept") : Reply.say("no_relief");
      case OFFER_EXTENSION, OFFER_FULL ->
          laterHelps && late(page) ? Reply.agree("accept") : Reply.say("decline");
      case OFFER_REDUCTION, OFFER_PARTIAL -> Reply.say("decline");
      case PAY_DAY -> Reply.say("pay_day");
      case WHEN, WHICH_DAY, AMOUNT, REST, REASON, CORRECTION, PAID_WHEN, CALLBACK, DISPUTE, NONE ->
          Reply.say(told++ == 0 ? tale : "cannot");
    };
  }

  /** A plan names its total, each instalment and the last; the second is what is paid a month. */
  private boolean carries(List<Money> sums) {
    return sums.size() >= 3 && wish.ability().atLeast(sums.get(1));
  }

  private boolean late(Page page) {
    return page.days().stream().anyMatch(day -> !day.isBefore(wish.day()));
  }
}
