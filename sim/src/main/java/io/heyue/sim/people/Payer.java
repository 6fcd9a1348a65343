package io.heyue.sim.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Somebody who will pay, all or a part, on a day. May begin with something else: that they forgot,
 * that they are afraid, questions.
 */
final class Payer implements Manner {
  private final Courtesy courtesy;
  private final Wish wish;

  /** What is said when we first ask when they could pay, one situation a turn. */
  private final Deque<List<String>> opening;

  Payer(Courtesy courtesy, Wish wish, List<List<String>> opening) {
    this.courtesy = courtesy;
    this.wish = wish;
    this.opening = new ArrayDeque<>(opening);
  }

  @Override
  public Reply answer(Page page) {
    return switch (page.cue()) {
      case WHEN, NONE -> opens();
      case REST -> Reply.say("rest_open");
      case WHICH_DAY -> Reply.say("day_only");
      case AMOUNT -> Reply.say(wish.part().isPresent() ? "pay_part_on" : "all_of_it");
      case REASON -> Reply.say("why_late", intent());
      case PAY_DAY -> Reply.say("pay_day");
      case CORRECTION -> Reply.say(wish.part().isPresent() ? "wrong_both" : "pay_all_on");
      case ABILITY, CALLBACK, DISPUTE, PAID_WHEN -> Reply.say(intent());
      case READ_BACK -> readBack(page);
      case OFFER_FULL, OFFER_EXTENSION -> later(page);
      case OFFER_REDUCTION ->
          wish.part().isEmpty() && later(page.days())
              ? Reply.agree("accept")
              : Reply.say("decline");
      case OFFER_PARTIAL -> readBack(page);
      case OFFER_PLAN -> Reply.say("decline");
      case IDENTITY, PROOF, MORE, CODE -> courtesy.answer(page).orElse(Reply.say("thanks"));
    };
  }

  /** Whether what is read back is what they want. */
  boolean wants(Page page) {
    return wish.rightSum(page) && wish.rightDay(page);
  }

  private Reply opens() {
    List<String> next = opening.poll();
    return next == null ? Reply.say(intent()) : Reply.say(next.toArray(String[]::new));
  }

  private String intent() {
    return wish.part().isPresent() ? "pay_part_on" : "pay_all_on";
  }

  private Reply readBack(Page page) {
    boolean sum = wish.rightSum(page);
    boolean day = wish.rightDay(page);
    if (sum && day) {
      return Reply.agree("yes");
    }
    return Reply.say(sum ? "wrong_day" : day ? "wrong_sum" : "wrong_both");
  }

  private Reply later(Page page) {
    return wish.part().isEmpty() && later(page.days())
        ? Reply.agree("accept")
        : Reply.say(intent());
  }

  private boolean later(List<LocalDate> days) {
    return days.stream().anyMatch(day -> !day.isBefore(wish.day()));
  }
}
