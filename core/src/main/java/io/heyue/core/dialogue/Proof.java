package io.heyue.core.dialogue;

import io.heyue.core.portfolio.Verification;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Understanding;
import java.util.regex.Pattern;

/**
 * What somebody who is not verified has just answered to the verification, asked or not.
 *
 * <p>Whatever is held against the answer counts as a try, and what does not count is not held
 * against it: else one could guess for nothing, by naming a day beside or before being asked.
 *
 * @param right whether the answer stands in the words, and may still be given in writing
 * @param wrong whether they hold an answer that is not taken
 * @param answers how many different wrong answers were held against the right one
 */
record Proof(boolean right, boolean wrong, int answers) {
  /** Bare characters of an answer prove something, even where they could be a sum or a day. */
  private static final Pattern BARE = Pattern.compile("[0-9０-９零一二三四五六七八九幺xXｘＸ\\s]+");

  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9０-９]{4}");

  /** Stands for a sum or a day: no character of an answer, and no filler within one. */
  private static final char TAKEN_OUT = '/';

  static Proof of(Moment moment, DialogueState before) {
    Verification proof = moment.dossier().borrower().verification();
    String said = withoutSumsAndDays(moment.heard());
    boolean attempted = proof.attemptedBy(said);
    boolean asked = before.lastMove().equals(Question.VERIFICATION.id());
    int left = moment.dossier().proofsLeft(moment.now().toInstant());
    if (before.verified() || left <= 0 || (!asked && !proof.hasDigits())) {
      return new Proof(false, attempted, 0);
    }
    int named = proof.answersIn(said);
    boolean right = named <= left && proof.answeredBy(said);
    boolean guesses = !right && proof.tries(said);
    return new Proof(right, attempted && !right, guesses ? named : 0);
  }

  /** "下周五还2300" is no answer to the verification, though it holds digits. */
  static boolean isSumOrDay(Understanding heard, Entity entity) {
    return switch (entity.type()) {
      case MONEY ->
          !FOUR_DIGITS.matcher(entity.text()).matches() || SlotFilling.pays(heard, entity);
      case PHONE -> true;
      case DATE, DATE_RANGE, DATETIME -> !BARE.matcher(entity.text()).matches();
      case NUMBER,
          PERCENT,
          ORDINAL,
          TIME,
          DATETIME_RANGE,
          DURATION,
          RECURRENCE,
          ID_CARD,
          BANK_CARD,
          RELATION,
          PAYMENT_EVENT,
          INSTALMENTS,
          CHANNEL ->
          false;
    };
  }

  private static String withoutSumsAndDays(Understanding heard) {
    StringBuilder said = new StringBuilder(heard.text());
    heard.entities().stream()
        .filter(entity -> isSumOrDay(heard, entity))
        .forEach(entity -> {
          for (int i = entity.span().start(); i < entity.span().end(); i++) {
            said.setCharAt(i, TAKEN_OUT);
          }
        });
    return said.toString();
  }
}
