package io.heyue.core.base;

/** How something is said. */
public enum Tone {
  PLAIN,
  SOFT,
  /** Shorter, for another try after nobody answered. */
  SHORT
}
