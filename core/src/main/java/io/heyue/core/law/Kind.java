package io.heyue.core.law;

/** What a broken rule leads to. */
public enum Kind {
  /** Blocks. */
  HARD,
  /** A person decides. */
  WARN,
  /** A default that a lender may only tighten; blocks. */
  CFG
}
