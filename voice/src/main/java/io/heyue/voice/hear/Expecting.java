package io.heyue.voice.hear;

/** What we asked for last, as far as it tells when an answer is complete. */
public enum Expecting {
  /** Yes or no. */
  YES_NO,
  /** An amount of money. */
  SUM,
  /** A day. */
  DATE,
  /** Figures one by one: a code, the end of a card. */
  NUMBER,
  /** One of a few that we named. */
  CHOICE,
  /** Anything, or we asked nothing. */
  OPEN
}
