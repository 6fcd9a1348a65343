package io.heyue.voice.progress;

/** Who took a call, as far as is known. */
public enum Answerer {
  PERSON,
  /** A mailbox or another machine that plays something. */
  MACHINE,
  /** A machine that asks who we are and what we want. */
  SCREENING,
  UNSURE
}
