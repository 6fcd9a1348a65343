package io.heyue.core.law;

/** How sure we are of what a rule says; the first two block, the others ask for a person. */
public enum Confidence {
  /** The primary text was read. */
  H,
  /** Quoted by a credible second source. */
  M,
  /** One weak source. */
  L,
  /** General knowledge, not verified. */
  U;

  boolean blocks() {
    return this == H || this == M;
  }
}
