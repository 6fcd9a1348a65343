package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Terms;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.recognise.Expected;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a conversation asked last, as the telephone needs it to hear the answer.
 *
 * @param keys how many keys answer it; 0 for any number
 */
record Asked(Expected expected, int keys) {
  private static final Duration QUIET = Duration.ofSeconds(7);

  /** Whoever looks for a document or a day needs longer. */
  private static final Duration LONG_QUIET = Duration.ofSeconds(12);

  /** When somebody may call back, by whatever words or keys. */
  static final Asked CALL_BACK = new Asked(new Expected(Expecting.DATE, List.of()), 0);

  static Asked by(Leader.Stand stand) {
    DialogueState state = stand.state();
    return new Asked(new Expected(kind(state.after()), phrases(state)), stand.keys());
  }

  /** Whether a key answers it. */
  boolean byKey() {
    return keys > 0;
  }

  /** After so long without an answer we ask again. */
  Duration quiet() {
    return switch (expected.kind()) {
      case NUMBER, DATE -> LONG_QUIET;
      case YES_NO, SUM, CHOICE, OPEN -> QUIET;
    };
  }

  private static Expecting kind(String after) {
    if (after.startsWith("offer_") || after.startsWith("read_back")) {
      return Expecting.YES_NO;
    }
    return switch (after) {
      case "open" -> Expecting.YES_NO;
      case "ask_verification" -> Expecting.NUMBER;
      case "ask_amount", "ask_ability" -> Expecting.SUM;
      case "ask_when",
          "state_account",
          "ask_rest",
          "ask_paid_when",
          "ask_callback",
          "ask_pay_day" ->
          Expecting.DATE;
      default -> Expecting.OPEN;
    };
  }

  /** What is usually answered, and the sums and days on the table, which may be named again. */
  private static List<String> phrases(DialogueState state) {
    List<String> phrases =
        new ArrayList<>(state.closed() ? Answers.to(state.after(), state.lang()) : List.of());
    state.proposed().ifPresent(terms -> add(phrases, terms, state.lang()));
    return phrases;
  }

  private static void add(List<String> phrases, Terms terms, Lang lang) {
    switch (terms) {
      case Terms.Full full -> add(phrases, full.amount(), full.due(), lang);
      case Terms.Partial part -> add(phrases, part.amount(), part.due(), lang);
      case Terms.Rest rest -> add(phrases, rest.amount(), rest.due(), lang);
      case Terms.Extension more -> add(phrases, more.amount(), more.until(), lang);
      case Terms.Reduction less -> add(phrases, less.payable(), less.by(), lang);
      case Terms.Instalments plan ->
          add(phrases, plan.plan().first().amount(), plan.plan().first().due(), lang);
      case Terms.Callback _ -> {}
    }
  }

  private static void add(List<String> phrases, Money sum, LocalDate day, Lang lang) {
    String amount = sum.decimal().stripTrailingZeros().toPlainString();
    switch (lang) {
      case ZH -> {
        phrases.add(day.getMonthValue() + "月" + day.getDayOfMonth() + "号");
        phrases.add(amount + "元");
      }
      case EN -> phrases.add(amount);
    }
  }
}
