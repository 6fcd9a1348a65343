package io.heyue.core.dialogue;

import java.util.Locale;

/** What we may ask. */
public enum Question {
  /** Whether they are the person we look for; asked by the opening. */
  IDENTITY,
  /** The proof of who they are. */
  VERIFICATION,
  /** By which day they can pay. */
  WHEN,
  /** Which day of the stretch of time that they named. */
  WHICH_DAY,
  /** How much. */
  AMOUNT,
  /** When the rest of a partial payment will come. */
  REST,
  /** Why they are late. */
  REASON,
  /** What they could manage a month. */
  ABILITY,
  /** On which day of the month their pay comes. */
  PAY_DAY,
  /** What is wrong with what we read back. */
  CORRECTION,
  /** When they paid. */
  PAID_WHEN,
  /** When we may come back. */
  CALLBACK,
  /** What is wrong with the debt. */
  DISPUTE,
  /** Whether they want no more calls, where we may have misheard that. */
  STOP,
  /** Whether they have paid, where we may have misheard that. */
  PAID_HEARD,
  /** Whether they dispute the debt, where we may have misheard that. */
  DISPUTE_HEARD,
  /** Whether they won't pay, where we may have misheard that. */
  REFUSAL_HEARD,
  /** Whether the borrower has died, where we may have misheard that. */
  DEATH_HEARD,
  /** Whether there is anything else. */
  ANYTHING_ELSE;

  public String id() {
    return "ask_" + name().toLowerCase(Locale.ROOT);
  }
}
