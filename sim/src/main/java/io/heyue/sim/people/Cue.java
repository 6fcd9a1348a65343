package io.heyue.sim.people;

/** What somebody who reads our words takes to be asked or told. */
public enum Cue {
  IDENTITY,
  PROOF,
  WHEN,
  WHICH_DAY,
  AMOUNT,
  REST,
  REASON,
  ABILITY,
  PAY_DAY,
  CORRECTION,
  PAID_WHEN,
  CALLBACK,
  DISPUTE,
  MORE,
  OFFER_FULL,
  OFFER_PARTIAL,
  OFFER_EXTENSION,
  OFFER_PLAN,
  OFFER_REDUCTION,
  READ_BACK,
  CODE,
  /** Nothing that asks for an answer. */
  NONE
}
